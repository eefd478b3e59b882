// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/TokenMint.h"

#include "access/TokenSignature.h"

#include <QJsonDocument>
#include <QTest>

using namespace Holdfast;

namespace {

const QByteArray keyBytes(32, 'k');

TokenMint mint(const QByteArray &keyId = "first")
{
    return TokenMint(SecretKey::fromBytes(keyBytes).value(), keyId);
}

QDateTime at(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(1'700'000'000 + seconds, Qt::UTC);
}

TokenClaims someClaims()
{
    return {UserId{7}, Role::Supervisor, "0123456789abcdef", at(0), at(3600)};
}

/// "first" was replaced by "second".
std::map<QByteArray, MintKey> replacedAt(const QDateTime &time, const SecretKey &second)
{
    std::map<QByteArray, MintKey> keys;
    keys.emplace("first", MintKey{SecretKey::fromBytes(keyBytes).value(), time});
    keys.emplace("second", MintKey{second.clone(), std::nullopt});
    return keys;
}

} // namespace

class tst_TokenMint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItIssued();
    void refusesATokenFromItsLastSecondOn();
    void refusesATokenOfAnotherKey();
    void refusesATokenOfAnotherKeyId();
    void readsWhatAKeyBeforeIssued();
    void aReplacedKeyCountsForWhatWasIssuedBefore();
    void noTokenIsFromTomorrow();
    void refusesClaimsOfAnotherForm_data();
    void refusesClaimsOfAnotherForm();
};

void tst_TokenMint::readsWhatItIssued()
{
    const auto claims = mint().verify(mint().issue(someClaims()), at(10));
    QVERIFY(claims);
    QVERIFY(*claims == someClaims());
}

void tst_TokenMint::readsWhatAKeyBeforeIssued()
{
    TokenMint changing(SecretKey::fromBytes(keyBytes).value(), "first");
    const QByteArray old = changing.issue(someClaims());
    const QByteArray csrf = changing.csrfToken("id");
    const SecretKey second = SecretKey::random();
    changing.setKeys(replacedAt(at(5), second), "second");
    QVERIFY(changing.verify(old, at(10)));
    QVERIFY(changing.isCsrfToken(csrf, "id", at(10)));
    QVERIFY(!changing.isCsrfToken(csrf, "other", at(10)));
    QVERIFY(changing.csrfToken("id") != csrf);
    const QByteArray made = changing.issue(someClaims());
    QVERIFY(!mint().verify(made, at(10)));
    std::map<QByteArray, MintKey> left;
    left.emplace("second", MintKey{second.clone(), std::nullopt});
    changing.setKeys(std::move(left), "second");
    QVERIFY(!changing.verify(old, at(10)));
    QVERIFY(changing.verify(made, at(10)));
}

void tst_TokenMint::aReplacedKeyCountsForWhatWasIssuedBefore()
{
    TokenMint changed(SecretKey::random(), "second");
    changed.setKeys(replacedAt(at(0), SecretKey::random()), "second");
    const auto forged = [](qint64 issued, qint64 expires) {
        return mint().issue({UserId{7}, Role::Admin, "0123456789abcdef", at(issued), at(expires)});
    };
    const qint64 skew = TokenMint::replacingTakes.count();
    QVERIFY(changed.verify(forged(skew, 9000), at(8000))); // somebody signed in while it was replaced
    QVERIFY(!changed.verify(forged(skew + 1, 9000), at(8000)));
    QVERIFY(!changed.verify(forged(8000, 9000), at(8000)));
    // Nor for longer than a token lasts, whatever it says.
    const qint64 last = skew + 12 * 3600;
    QVERIFY(changed.verify(forged(-10, 1'000'000), at(last - 1)));
    QVERIFY(!changed.verify(forged(-10, 1'000'000), at(last)));
    QVERIFY(!changed.isCsrfToken(mint().csrfToken("id"), "id", at(last)));
}

void tst_TokenMint::noTokenIsFromTomorrow()
{
    TokenClaims claims = someClaims();
    claims.issuedAt = at(3000);
    QCOMPARE(mint().verify(mint().issue(claims), at(10))->issuedAt, at(10).addMSecs(1));
}

void tst_TokenMint::refusesATokenFromItsLastSecondOn()
{
    const QByteArray token = mint().issue(someClaims());
    QVERIFY(mint().verify(token, at(3599)));
    QVERIFY(!mint().verify(token, at(3600)));
}

void tst_TokenMint::refusesATokenOfAnotherKey()
{
    const TokenMint other(SecretKey::random(), "first");
    QVERIFY(!mint().verify(other.issue(someClaims()), at(10)));
}

void tst_TokenMint::refusesATokenOfAnotherKeyId()
{
    QVERIFY(!mint("second").verify(mint("first").issue(someClaims()), at(10)));
}

void tst_TokenMint::refusesClaimsOfAnotherForm_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no exp") << QStringLiteral("exp") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("exp is a text") << QStringLiteral("exp") << QJsonValue(QStringLiteral("1900000000"));
    QTest::newRow("exp is a fraction") << QStringLiteral("exp") << QJsonValue(1'900'000'000.5);
    QTest::newRow("exp is beyond 64 bits") << QStringLiteral("exp") << QJsonValue(1e300);
    QTest::newRow("exp is null") << QStringLiteral("exp") << QJsonValue(QJsonValue::Null);
    QTest::newRow("exp is negative") << QStringLiteral("exp") << QJsonValue(-1);
    QTest::newRow("no iat") << QStringLiteral("iat") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("no jti") << QStringLiteral("jti") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("no sub") << QStringLiteral("sub") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("sub is a name") << QStringLiteral("sub") << QJsonValue(QStringLiteral("ada"));
    QTest::newRow("sub is a number") << QStringLiteral("sub") << QJsonValue(7);
    QTest::newRow("role is unknown") << QStringLiteral("role") << QJsonValue(QStringLiteral("root"));
}

void tst_TokenMint::refusesClaimsOfAnotherForm()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    const SignedToken token = verifyToken(mint().issue(someClaims()), keyBytes).value();
    QJsonObject claims = QJsonDocument::fromJson(token.payload).object();
    const auto issue = [&] {
        return signToken(token.header, QJsonDocument(claims).toJson(QJsonDocument::Compact), keyBytes);
    };
    QVERIFY(mint().verify(issue(), at(10)));
    claims.insert(name, value);
    QVERIFY(!mint().verify(issue(), at(10)));
}

QTEST_APPLESS_MAIN(tst_TokenMint)
#include "tst_TokenMint.moc"
