// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/AuditKeys.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_AuditKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void makesNoneByItself()
    {
        QVERIFY(!open()->current());
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }
    void aKeySignsOnceItIsUsedAndIsThereAgain()
    {
        const auto keys = open();
        const AuditKeys::Key first = keys->make().value();
        QVERIFY(!keys->current());
        QVERIFY(keys->use(first->publicKey()));
        QCOMPARE(keys->current(), first);
        QCOMPARE(names(), (QStringList{QStringLiteral("audit.key"), QStringLiteral("audit.pub")}));
        QCOMPARE(QFile::permissions(path("audit.key")) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(open()->find(first->publicKey()));
    }
    void thePublicHalfOutlivesTheKey()
    {
        const QByteArray first = used();
        QVERIFY(QFile::remove(path("audit.key")));
        const auto keys = open();
        QVERIFY(!keys->find(first));
        QCOMPARE(keys->lastPublicKey(), first);
    }
    void theNextOneTakesThePlaceOfTheFirst()
    {
        const auto keys = open();
        const QByteArray first = keys->make().value()->publicKey();
        QVERIFY(keys->use(first));
        const QByteArray next = keys->make().value()->publicKey();
        QCOMPARE(keys->current()->publicKey(), first);
        QCOMPARE(keys->discard(first).error().kind, FailureKind::Conflict);
        QVERIFY(keys->use(next) && keys->discard(first));
        const auto again = open();
        QCOMPARE(again->all().size(), 1);
        QCOMPARE(again->lastPublicKey(), next);
        QVERIFY(again->find(next) && !again->find(first));
        QCOMPARE(keys->use(first).error().kind, FailureKind::NotFound);
    }
    void oneThatCantBeUsedIsAProblemAndNoFailure_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("half") << QByteArray(31, 'a') << false;
        QTest::newRow("others can read it") << QByteArray(64, 'a') << true;
    }
    void oneThatCantBeUsedIsAProblemAndNoFailure()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isOpen);
        used();
        QFile file(path("audit.key"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size());
        file.close();
        if (isOpen)
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadGroup));
        const auto keys = open();
        QVERIFY(keys->all().isEmpty());
        QCOMPARE(keys->problems().size(), 1);
        QVERIFY2(keys->problems().first().contains(path("audit.key")), qPrintable(keys->problems().first()));
        QVERIFY(keys->make()); // beside it
        QVERIFY(QFile::exists(path("audit.key")));
    }
    void thatItIsMissingIsKnownUntilItIsForgotten()
    {
        const QByteArray first = used();
        QVERIFY(!open()->wasMissing());
        QVERIFY(open()->setMissing());
        const auto keys = open();
        QVERIFY(keys->wasMissing());
        QVERIFY(keys->use(first));
        QVERIFY(keys->wasMissing());
        QVERIFY(keys->forgetMissing());
        QVERIFY(!keys->wasMissing() && !open()->wasMissing());
    }

private:
    std::unique_ptr<AuditKeys> open() const { return std::move(AuditKeys::open(m_folder->path()).value()); }
    QByteArray used() const
    {
        const auto keys = open();
        const QByteArray first = keys->make().value()->publicKey();
        if (!keys->use(first))
            throw std::runtime_error("not used");
        return first;
    }
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_AuditKeys)
#include "tst_AuditKeys.moc"
