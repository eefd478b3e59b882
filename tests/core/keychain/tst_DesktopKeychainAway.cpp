// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/DesktopKeychain.h"

#include <QLocalServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

/// Where there is no keyring, or one that does not answer. Apart from tst_DesktopKeychain, because a process finds its
/// bus once.
class tst_DesktopKeychainAway : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysThatThereIsNoKeyringAndKeepsNothing()
    {
        useBus(m_folder.filePath(QStringLiteral("nobody")));
        DesktopKeychain keychain(QStringLiteral("holdfast-test"));
        const Failure write = failureOf(keychain.write(QStringLiteral("name"), "a secret of mine"));
        QCOMPARE(write.kind, FailureKind::Unreachable);
        QVERIFY(write.message.endsWith(u'.'));
        QVERIFY(!(write.message + write.detail).contains(QStringLiteral("a secret of mine")));
        QCOMPARE(failureOf(keychain.read(QStringLiteral("name"))).kind, FailureKind::Unreachable);
        QCOMPARE(failureOf(keychain.remove(QStringLiteral("name"))).kind, FailureKind::Unreachable);
    }
    void givesUpOnAKeyringThatDoesNotAnswer()
    {
        QLocalServer silent;
        QVERIFY(silent.listen(m_folder.filePath(QStringLiteral("silent"))));
        useBus(silent.fullServerName());
        DesktopKeychain keychain(QStringLiteral("holdfast-test"), std::chrono::milliseconds(50));
        const Failure failure = failureOf(keychain.write(QStringLiteral("name"), "secret"));
        QCOMPARE(failure.kind, FailureKind::Unreachable);
        QVERIFY(failure.message.contains(QStringLiteral("in time")));
    }

private:
    static void useBus(const QString &socket)
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket.toLocal8Bit());
    }
    template <class T> static Failure failureOf(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10'000))
            return {FailureKind::Internal, QStringLiteral("There was no answer at all."), {}, std::nullopt};
        const Result<T> result = future.result();
        return result ? Failure{} : result.error();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_DesktopKeychainAway)
#include "tst_DesktopKeychainAway.moc"
