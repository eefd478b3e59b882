// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/RecordingDrafts.h"

#include "local/LocalStore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;

class tst_RecordingDrafts : public QObject
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
        QVERIFY(here().write(notes, QStringLiteral("mine"), QStringLiteral("before")));
        QVERIFY(here().write(notes, QStringLiteral("mine too"), QStringLiteral("something newer")));
        m_store.reset();
        openStore();
        const auto draft = *here().find(notes);
        QCOMPARE(draft->text, QStringLiteral("mine too"));
        QCOMPARE(draft->base, QStringLiteral("before"));
    }
    void isGoneOnceTheServerKeepsIt()
    {
        QVERIFY(here().write(notes, QStringLiteral("mine"), {}));
        QVERIFY(here().markTold(notes, QStringLiteral("mine")));
        QVERIFY(!*here().find(notes));
    }
    void whatWasTypedWhileItWasToldIsWrittenOverThat()
    {
        QVERIFY(here().write(notes, QStringLiteral("mine and more"), {}));
        QVERIFY(here().markTold(notes, QStringLiteral("mine")));
        QCOMPARE((*here().find(notes))->base, QStringLiteral("mine"));
        QVERIFY(*here().nextPending({}));
    }
    void aConflictIsNotToldBeforeAPersonHasDecided()
    {
        QVERIFY(here().write(notes, QStringLiteral("mine"), QStringLiteral("before")));
        QVERIFY(here().markConflict(notes, QStringLiteral("theirs")));
        QVERIFY(!*here().nextPending({}));
        QVERIFY(here().write(notes, QStringLiteral("mine, typed on"), QStringLiteral("theirs")));
        QCOMPARE((*here().find(notes))->theirs, QStringLiteral("theirs"));
        QVERIFY(here().decide(notes, QStringLiteral("both")));
        const auto next = *here().nextPending({});
        QCOMPARE(next->text, QStringLiteral("both"));
        QCOMPARE(next->base, QStringLiteral("theirs"));
        QVERIFY(!next->theirs);
    }
    void aProblemStandsBesideItUntilItIsTypedOn()
    {
        QVERIFY(here().write(notes, QStringLiteral("mine"), {}));
        QVERIFY(here().markProblem(notes, QStringLiteral("No.")));
        QVERIFY(!*here().nextPending({}));
        QCOMPARE((*here().find(notes))->problem, QStringLiteral("No."));
        QVERIFY(here().write(notes, QStringLiteral("mine!"), {}));
        QVERIFY(*here().nextPending({}));
    }
    void notesAndDispositionOfARecordingGoTheirOwnWays()
    {
        QVERIFY(here().write(notes, QStringLiteral("mine"), {}));
        QVERIFY(here().write(disposition, QStringLiteral("Sale"), QStringLiteral("Call back")));
        QCOMPARE(*here().unsent(), 2);
        QVERIFY(here().markTold(notes, QStringLiteral("mine")));
        QVERIFY(!*here().find(notes));
        QCOMPARE((*here().find(disposition))->base, QStringLiteral("Call back"));
        QCOMPARE((*here().nextPending({}))->of, disposition);
    }
    void whatWasSentAndComesBackIsNobodyElses()
    {
        QVERIFY(here().write(notes, QStringLiteral("one"), {}));
        QVERIFY(here().markSending(notes, QStringLiteral("one")));
        QVERIFY(here().write(notes, QStringLiteral("one and two"), {}));
        QVERIFY(here().markServerHas(notes, QStringLiteral("one")));
        const auto draft = *here().find(notes);
        QVERIFY(!draft->theirs);
        QCOMPARE(draft->base, QStringLiteral("one"));
        QVERIFY(here().markServerHas(notes, QStringLiteral("somebody else's")));
        QCOMPARE((*here().find(notes))->theirs, QStringLiteral("somebody else's"));
    }
    void whatIsBeingTypedIsOnTheDiskAndNotSentBeforeItIsFinished()
    {
        QVERIFY(here().keepUnfinished(disposition, QStringLiteral("Cal"), QStringLiteral("Sale")));
        QVERIFY(!*here().nextPending({}));
        QVERIFY(here().needingPerson()->isEmpty()); // somebody is at it
        m_store.reset();
        openStore();
        const auto left = *here().find(disposition);
        QCOMPARE(left->text, QStringLiteral("Cal"));
        QVERIFY(left->isUnfinished);
        QVERIFY(left->problem.contains(QStringLiteral("Enter")));
        QVERIFY(!*here().nextPending({}));
        QCOMPARE(*here().needingPerson(), QList{disposition});
        QVERIFY(here().write(disposition, QStringLiteral("Call back"), {}));
        const auto next = *here().nextPending({});
        QCOMPARE(next->text, QStringLiteral("Call back"));
        QCOMPARE(next->base, QStringLiteral("Sale"));
        QVERIFY(!next->isUnfinished);
        QVERIFY(here().needingPerson()->isEmpty());
    }
    void whatWasTypedAndTakenBackIsNothing()
    {
        QVERIFY(here().keepUnfinished(disposition, QStringLiteral("Cal"), QStringLiteral("Sale")));
        QVERIFY(here().write(disposition, QStringLiteral("Sale"), {}));
        QVERIFY(!*here().find(disposition));
    }
    void whatWasTypedAndTakenBackAfterItWasSentIsSentAnew()
    {
        QVERIFY(here().write(disposition, QStringLiteral("Refund"), QStringLiteral("Sale")));
        QVERIFY(here().markSending(disposition, QStringLiteral("Refund")));
        QVERIFY(here().keepUnfinished(disposition, QStringLiteral("S"), {}));
        QVERIFY(here().write(disposition, QStringLiteral("Sale"), {}));
        QCOMPARE((*here().nextPending({}))->text, QStringLiteral("Sale"));
    }
    void tellsThoseThatNeedAPerson()
    {
        QVERIFY(here().write(notes, QStringLiteral("mine"), {}));
        QVERIFY(here().write(disposition, QStringLiteral("Sale"), {}));
        QVERIFY(here().needingPerson()->isEmpty());
        QVERIFY(here().markProblem(disposition, QStringLiteral("No.")));
        QVERIFY(here().markConflict(notes, QStringLiteral("theirs")));
        QCOMPARE(*here().needingPerson(), (QList{disposition, notes}));
        QVERIFY(here().decide(notes, QStringLiteral("both")));
        QCOMPARE(*here().needingPerson(), QList{disposition});
    }
    void answersThoseOfSomeRecordings()
    {
        const DraftOf other{QStringLiteral("u6"), RecordingField::Notes};
        QVERIFY(here().write(notes, QStringLiteral("mine"), {}));
        QVERIFY(here().write(disposition, QStringLiteral("Sale"), {}));
        QVERIFY(here().write(other, QStringLiteral("more"), {}));
        QCOMPARE(here().ofRecordings({QStringLiteral("r5"), QStringLiteral("r7")})->size(), 2);
        QCOMPARE(here().ofRecordings({QStringLiteral("u6")})->constFirst(), **here().find(other));
        QVERIFY(here().ofRecordings({})->isEmpty());
    }

private:
    void openStore() { m_store = std::move(*LocalStore::open(m_folder->filePath(QStringLiteral("a.db")), m_key)); }
    RecordingDrafts &here() { return m_store->drafts(); }

    const DraftOf notes{QStringLiteral("r5"), RecordingField::Notes};
    const DraftOf disposition{QStringLiteral("r5"), RecordingField::Disposition};
    const std::optional<SecretKey> m_key = SecretKey::random();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalStore> m_store;
};

QTEST_GUILESS_MAIN(tst_RecordingDrafts)
#include "tst_RecordingDrafts.moc"
