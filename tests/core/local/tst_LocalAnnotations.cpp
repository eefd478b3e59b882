// SPDX-License-Identifier: GPL-3.0-or-later
#include "local/LocalAnnotations.h"

#include "local/LocalStore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Holdfast;
using namespace std::chrono_literals;
using Pending = LocalAnnotation::Pending;

class tst_LocalAnnotations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        openStore();
    }

    void whatWasWrittenIsThereAfterTheProgramEnded()
    {
        const LocalAnnotation written = add(3s, QStringLiteral("asks for a refund"));
        m_store.reset();
        openStore();
        const auto kept = all();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().localId, written.localId);
        QCOMPARE(kept.first().annotation, written.annotation);
        QCOMPARE(kept.first().pending, Pending::Create);
    }
    void standInTheOrderOfTheirTimes()
    {
        add(9s, QStringLiteral("later"));
        add(1s, QStringLiteral("sooner"));
        QCOMPARE(all().first().annotation.text, QStringLiteral("sooner"));
    }
    void theOldestWithATextIsToldFirst()
    {
        add(1s, {});
        const LocalAnnotation first = add(9s, QStringLiteral("one"));
        const LocalAnnotation second = add(2s, QStringLiteral("two"));
        QCOMPARE((*here().nextPending({}))->annotation.localId, first.localId);
        QCOMPARE((*here().nextPending({first.localId}))->annotation.localId, second.localId);
        QVERIFY(!*here().nextPending({first.localId, second.localId}));
    }
    void whatComesBackBeforeItsAnswerIsThereOnce()
    {
        const LocalAnnotation told = add(1s, QStringLiteral("one"));
        QVERIFY(here().replaceRemote(recording, {answered(told, 7)})); // somebody else told of it first
        QVERIFY(here().markTold(told, answered(told, 7)));
        QCOMPARE(all().size(), 1);
        QCOMPARE(all().first().localId, told.localId);
        QCOMPARE(all().first().pending, Pending::Nothing);
    }
    void whatTheServerTookIsToldNoMore()
    {
        const LocalAnnotation told = add(1s, QStringLiteral("one"));
        QVERIFY(here().markTold(told, answered(told, 7)));
        QVERIFY(!*here().nextPending({}));
        QCOMPARE(all().first().annotation.id, AnnotationId{7});
    }
    void whatWasTypedWhileItWasToldIsToldNext()
    {
        const LocalAnnotation told = add(1s, QStringLiteral("one"));
        LocalAnnotation typed = told;
        typed.annotation.text = QStringLiteral("one and two");
        QVERIFY(here().change(typed));
        QVERIFY(here().markTold(told, answered(told, 7)));
        const auto next = *here().nextPending({});
        QVERIFY(next);
        QCOMPARE(next->annotation.pending, Pending::Change);
        QCOMPARE(next->annotation.annotation.id, AnnotationId{7});
        QCOMPARE(next->annotation.annotation.text, QStringLiteral("one and two"));
    }
    void whatWasDeletedWhileItWasToldIsDeletedThere()
    {
        const LocalAnnotation told = add(1s, QStringLiteral("one"));
        QVERIFY(here().remove(told.localId));
        QVERIFY(all().isEmpty());
        QVERIFY(here().markTold(told, answered(told, 7)));
        QVERIFY(all().isEmpty());
        const auto next = *here().nextPending({});
        QCOMPARE(next->annotation.pending, Pending::Delete);
        QCOMPARE(next->annotation.annotation.id, AnnotationId{7});
        QVERIFY(here().markDeleted(told.localId));
        QVERIFY(!*here().nextPending({}));
    }
    void whatTheServerKeepsNowReplacesWhatItKeptAndNotWhatWaits()
    {
        const LocalAnnotation old = add(1s, QStringLiteral("old"));
        QVERIFY(here().markTold(old, answered(old, 7)));
        const LocalAnnotation edited = add(2s, QStringLiteral("edited"));
        QVERIFY(here().markTold(edited, answered(edited, 8)));
        LocalAnnotation change = edited;
        change.annotation.id = AnnotationId{8};
        change.annotation.text = QStringLiteral("edited here");
        QVERIFY(here().change(change));
        add(3s, QStringLiteral("new here"));
        Annotation fromThere = answered(edited, 8);
        Annotation other = answered(edited, 9);
        other.start = 4s;
        other.text = QStringLiteral("from there");
        QVERIFY(here().replaceRemote(recording, {fromThere, other}));
        QStringList texts;
        for (const LocalAnnotation &one : all())
            texts.append(one.annotation.text);
        QCOMPARE(texts, (QStringList{QStringLiteral("edited here"), QStringLiteral("new here"),
                                     QStringLiteral("from there")}));
    }
    void whoeverEditsOneGoesOnEditingItWhenTheServersAreReadAgain()
    {
        const LocalAnnotation told = add(1s, QStringLiteral("one"));
        QVERIFY(here().markTold(told, answered(told, 7)));
        QVERIFY(here().replaceRemote(recording, {answered(told, 7)}));
        QVERIFY(here().find(told.localId));
    }
    void aProblemStandsBesideItAndItIsNotToldAgainBeforeItIsChanged()
    {
        const LocalAnnotation refused = add(1s, QStringLiteral("one"));
        QVERIFY(here().markProblem(refused.localId, QStringLiteral("No.")));
        QCOMPARE(all().first().problem, QStringLiteral("No."));
        QVERIFY(!*here().nextPending({}));
        QVERIFY(here().change(refused));
        QVERIFY(*here().nextPending({}));
    }
    void tellsWhoeverShowsThem()
    {
        QSignalSpy changed(&here(), &LocalAnnotations::changed);
        QSignalSpy pending(&here(), &LocalAnnotations::pendingChanged);
        add(1s, QStringLiteral("one"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), recording);
        QCOMPARE(pending.size(), 1);
    }

private:
    void openStore() { m_store = std::move(*LocalStore::open(m_folder->filePath(QStringLiteral("a.db")))); }
    LocalAnnotations &here() { return m_store->annotations(); }
    QList<LocalAnnotation> all() { return *here().of(recording); }
    LocalAnnotation add(std::chrono::milliseconds start, const QString &text)
    {
        LocalAnnotation added;
        added.localId = QUuid::createUuid();
        added.pending = Pending::Create;
        added.annotation.start = start;
        added.annotation.text = text;
        added.annotation.authorId = UserId{3};
        added.annotation.authorName = QStringLiteral("Alice");
        added.annotation.createdAt = added.annotation.updatedAt = QDateTime::fromMSecsSinceEpoch(1'000'000, Qt::UTC);
        if (!here().add(recording, added))
            qFatal("it was not kept");
        return added;
    }
    static Annotation answered(const LocalAnnotation &told, qint64 id)
    {
        Annotation answer = told.annotation;
        answer.id = AnnotationId{id};
        return answer;
    }

    const QString recording = QStringLiteral("r5");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalStore> m_store;
};

QTEST_GUILESS_MAIN(tst_LocalAnnotations)
#include "tst_LocalAnnotations.moc"
