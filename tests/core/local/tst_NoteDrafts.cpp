// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/NoteDrafts.h"

#include "local/LocalStore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_NoteDrafts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        openStore();
    }

    void whatWasTypedIsThereAfterTheProgramEndedWithWhatItWasWrittenOver()
    {
        QVERIFY(here().write(recording, QStringLiteral("mine"), QStringLiteral("before")));
        QVERIFY(here().write(recording, QStringLiteral("mine too"), QStringLiteral("something newer")));
        m_store.reset();
        openStore();
        const auto draft = *here().of(recording);
        QCOMPARE(draft->text, QStringLiteral("mine too"));
        QCOMPARE(draft->base, QStringLiteral("before"));
    }
    void isGoneOnceTheServerKeepsIt()
    {
        QVERIFY(here().write(recording, QStringLiteral("mine"), {}));
        QVERIFY(here().markTold(recording, QStringLiteral("mine")));
        QVERIFY(!*here().of(recording));
    }
    void whatWasTypedWhileItWasToldIsWrittenOverThat()
    {
        QVERIFY(here().write(recording, QStringLiteral("mine and more"), {}));
        QVERIFY(here().markTold(recording, QStringLiteral("mine")));
        QCOMPARE((*here().of(recording))->base, QStringLiteral("mine"));
        QVERIFY(*here().nextPending({}));
    }
    void aConflictIsNotToldBeforeAPersonHasDecided()
    {
        QVERIFY(here().write(recording, QStringLiteral("mine"), QStringLiteral("before")));
        QVERIFY(here().markConflict(recording, QStringLiteral("theirs")));
        QVERIFY(!*here().nextPending({}));
        QVERIFY(here().write(recording, QStringLiteral("mine, typed on"), QStringLiteral("theirs")));
        QCOMPARE((*here().of(recording))->theirs, QStringLiteral("theirs"));
        QVERIFY(here().decide(recording, QStringLiteral("both")));
        const auto next = *here().nextPending({});
        QCOMPARE(next->text, QStringLiteral("both"));
        QCOMPARE(next->base, QStringLiteral("theirs"));
        QVERIFY(!next->theirs);
    }
    void aProblemStandsBesideItUntilItIsTypedOn()
    {
        QVERIFY(here().write(recording, QStringLiteral("mine"), {}));
        QVERIFY(here().markProblem(recording, QStringLiteral("No.")));
        QVERIFY(!*here().nextPending({}));
        QCOMPARE((*here().of(recording))->problem, QStringLiteral("No."));
        QVERIFY(here().write(recording, QStringLiteral("mine!"), {}));
        QVERIFY(*here().nextPending({}));
    }

private:
    void openStore() { m_store = std::move(*LocalStore::open(m_folder->filePath(QStringLiteral("a.db")))); }
    NoteDrafts &here() { return m_store->noteDrafts(); }

    const QString recording = QStringLiteral("r5");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalStore> m_store;
};

QTEST_GUILESS_MAIN(tst_NoteDrafts)
#include "tst_NoteDrafts.moc"
