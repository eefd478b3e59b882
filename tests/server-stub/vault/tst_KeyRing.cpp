// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/KeyRing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_KeyRing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }
    void makesItsKeysOnceAndKeepsThem()
    {
        const auto first = KeyRing::open(m_folder->path()).value();
        const SecretKey dataKey = SecretKey::random();
        const QByteArray wrapped = first->wrap(dataKey, "7")->bytes;
        QCOMPARE(first->currentKeyId(), QStringLiteral("default"));

        const auto second = KeyRing::open(m_folder->path()).value();
        QCOMPARE(second->unwrap(wrapped, QStringLiteral("default"), "7")->bytes(), dataKey.bytes());
        QCOMPARE(second->tokenKey().bytes(), first->tokenKey().bytes());
        QCOMPARE(second->tokenKeyId(), first->tokenKeyId());
        QCOMPARE(second->unwrap(wrapped, QStringLiteral("default"), "8").error().kind, FailureKind::Corrupt);
        QCOMPARE(second->unwrap(wrapped, QStringLiteral("other"), "7").error().kind, FailureKind::Unreachable);

        QCOMPARE(QDir(path("keys")).entryList(QDir::Files | QDir::Hidden),
                 (QStringList{QStringLiteral("default.kek"), QStringLiteral("token.key")}));
        for (const char *file : {"keys/default.kek", "keys/token.key"})
            QCOMPARE(QFile::permissions(path(file)) & ~(QFile::ReadUser | QFile::WriteUser),
                     QFile::ReadOwner | QFile::WriteOwner);
    }
    void makesKeysOfItsOwnForEachFolder()
    {
        const QTemporaryDir other;
        const auto one = KeyRing::open(m_folder->path()).value();
        const auto two = KeyRing::open(other.path()).value();
        QVERIFY(one->tokenKey().bytes() != two->tokenKey().bytes());
        QVERIFY(one->tokenKeyId() != two->tokenKeyId());
    }
    void refusesAKeyFileThatOthersCanRead_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("wrapping") << QStringLiteral("keys/default.kek");
        QTest::newRow("tokens") << QStringLiteral("keys/token.key");
    }
    void refusesAKeyFileThatOthersCanRead()
    {
        QFETCH(QString, file);
        QVERIFY(KeyRing::open(m_folder->path()));
        const QString full = m_folder->filePath(file);
        for (const auto extra : {QFile::ReadGroup, QFile::ReadOther}) {
            QVERIFY(QFile::setPermissions(full, QFile::ReadOwner | extra));
            const auto ring = KeyRing::open(m_folder->path());
            QCOMPARE(ring.error().kind, FailureKind::Forbidden);
            QVERIFY(ring.error().message.contains(full));
        }
    }
    void refusesAFileThatHoldsNoKey_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("31 bytes") << QByteArray(31, 'k');
        QTest::newRow("33 bytes") << QByteArray(33, 'k');
        QTest::newRow("64 characters, not all digits") << QByteArray(63, 'a') + 'g';
        QTest::newRow("63 digits") << QByteArray(63, 'a');
        QTest::newRow("66 digits") << QByteArray(66, 'a');
        QTest::newRow("large") << QByteArray(100'000, 'a');
    }
    void refusesAFileThatHoldsNoKey()
    {
        QFETCH(QByteArray, text);
        const QString file = outsideFile(text);
        const auto ring = KeyRing::open(m_folder->path(), {file});
        QCOMPARE(ring.error().kind, FailureKind::Malformed);
        QVERIFY(ring.error().message.contains(file));
    }
    void takesAKeyFromOutsideInBothForms()
    {
        const QByteArray bytes("0123456789abcdef0123456789abcdeF");
        const auto raw = KeyRing::open(m_folder->path(), {outsideFile(bytes)}).value();
        const QByteArray wrapped = raw->wrap(SecretKey::random(), "7")->bytes;
        QVERIFY(raw->currentKeyId().startsWith(QStringLiteral("outside-")));
        QVERIFY(!QFile::exists(path("keys/default.kek")));
        for (const QByteArray &text : {bytes.toHex(), bytes.toHex().toUpper() + '\n'}) {
            const auto hex = KeyRing::open(m_folder->path(), {outsideFile(text)}).value();
            QCOMPARE(hex->currentKeyId(), raw->currentKeyId());
            QVERIFY(hex->unwrap(wrapped, raw->currentKeyId(), "7"));
        }
    }
    void goesOnOpeningWhatItsOwnKeyWrapped()
    {
        const QByteArray wrapped = KeyRing::open(m_folder->path()).value()->wrap(SecretKey::random(), "7")->bytes;
        const auto ring = KeyRing::open(m_folder->path(), {outsideFile(QByteArray(32, 'k'))}).value();
        QVERIFY(ring->currentKeyId() != QStringLiteral("default"));
        QVERIFY(ring->unwrap(wrapped, QStringLiteral("default"), "7"));
    }
    void saysThatTheKeyFromOutsideIsMissing()
    {
        const auto ring = KeyRing::open(m_folder->path(), {path("none")});
        QCOMPARE(ring.error().kind, FailureKind::NotFound);
        QVERIFY(ring.error().message.contains(path("none")));
        QVERIFY(!QFile::exists(path("none")));
    }
    void aNewKeyWrapsNothingBeforeItIsUsed()
    {
        const auto ring = KeyRing::open(m_folder->path()).value();
        const auto before = ring->wrap(SecretKey::random(), "7").value();
        const QString next = ring->make().value();
        QCOMPARE(ring->wrap(SecretKey::random(), "7")->keyId, QStringLiteral("default"));
        QCOMPARE(ring->discard(QStringLiteral("default")).error().kind, FailureKind::Conflict);
        QVERIFY(ring->use(next));
        const auto after = ring->wrap(SecretKey::random(), "7").value();
        QCOMPARE(after.keyId, next);
        QVERIFY(ring->unwrap(before.bytes, before.keyId, "7"));
        const QString file = m_folder->filePath(QStringLiteral("keys/%1.kek").arg(next));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

        const auto again = KeyRing::open(m_folder->path(), {}, KeyRing::Folder::InUse).value();
        QVERIFY(again->unwrap(after.bytes, next, "7"));
        QVERIFY(ring->discard(QStringLiteral("default")));
        QVERIFY(!QFile::exists(path("keys/default.kek")));
        QCOMPARE(ring->unwrap(before.bytes, before.keyId, "7").error().kind, FailureKind::Unreachable);
    }
    void oneBadKeyFileLeavesTheOthers()
    {
        const QString next = KeyRing::open(m_folder->path()).value()->make().value();
        const QString other = KeyRing::open(m_folder->path()).value()->make().value();
        const auto file = [&](const QString &id) { return m_folder->filePath(QStringLiteral("keys/%1.kek").arg(id)); };
        QVERIFY(QFile::remove(file(other)) && QFile::copy(file(next), file(other))); // another than its name says
        QVERIFY(QFile::setPermissions(path("keys/default.kek"), QFile::ReadOwner | QFile::ReadOther));
        const auto ring = KeyRing::open(m_folder->path(), {}, KeyRing::Folder::InUse).value();
        QCOMPARE(ring->currentKeyId(), next);
        QVERIFY(!ring->has(other) && !ring->has(QStringLiteral("default")));
        QCOMPARE(ring->problems().size(), 2);
        for (const QString &problem : ring->problems())
            QVERIFY2(problem.endsWith(u'.'), qPrintable(problem));
    }
    void saysThatTheFolderIsOpenToOthers()
    {
        QVERIFY(KeyRing::open(m_folder->path()).value()->problems().isEmpty());
        QVERIFY(QFile::setPermissions(path("keys"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                        QFile::ReadOther | QFile::ExeOther));
        QCOMPARE(KeyRing::open(m_folder->path()).value()->problems().size(), 1);
    }
    void tokensHaveKeysOfTheirOwnThatFollowEachOther()
    {
        const auto ring = KeyRing::open(m_folder->path()).value();
        const QByteArray first = ring->tokenKeyId();
        const QByteArray next = ring->tokens().make().value();
        QCOMPARE(ring->tokenKeyId(), first);
        QVERIFY(ring->tokens().use(next));
        QCOMPARE(ring->tokenKeyId(), next);
        QCOMPARE(ring->tokens().discard(next).error().kind, FailureKind::Conflict);
        QCOMPARE(KeyRing::open(m_folder->path()).value()->tokens().ids().size(), 2);
        QVERIFY(ring->tokens().discard(first));
        QCOMPARE(KeyRing::open(m_folder->path()).value()->tokenKeyId(), next);
    }
    void beginsAgainWhereACrashLeftHalfAKey()
    {
        QVERIFY(QDir().mkpath(path("keys")));
        QFile half(path("keys/default.kek.new"));
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write("0123") == 4);
        half.close();
        QVERIFY(KeyRing::open(m_folder->path()));
        QVERIFY(!QFile::exists(half.fileName()));
    }

private:
    QString path(const char *below) const { return m_folder->filePath(QString::fromLatin1(below)); }
    QString outsideFile(const QByteArray &text) const
    {
        QFile file(path("outside.key"));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() &&
                             file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return written ? file.fileName() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(tst_KeyRing)
#include "tst_KeyRing.moc"
