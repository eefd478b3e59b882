// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/AnnotationJson.h"
#include "contract/RecordingChangeJson.h"

#include <QTest>

using namespace Holdfast;

class tst_AnnotationJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWent()
    {
        Annotation annotation;
        annotation.id = {3};
        annotation.recordingId = {7};
        annotation.start = std::chrono::milliseconds(1500);
        annotation.text = QStringLiteral("the price");
        annotation.authorId = {2};
        annotation.authorName = QStringLiteral("Sam");
        annotation.createdAt = annotation.updatedAt = QDateTime::fromMSecsSinceEpoch(1'750'000'000'123, Qt::UTC);
        QCOMPARE(annotationFromJson(toJson(annotation)).value(), annotation);
        annotation.end = std::chrono::milliseconds(1600);
        annotation.channel = 1;
        QCOMPARE(annotationFromJson(toJson(annotation)).value(), annotation);
    }

    void aRequestCarriesWhatAPersonWritesAndNothingElse()
    {
        Annotation annotation;
        annotation.id = {3};
        annotation.start = std::chrono::milliseconds(5);
        annotation.text = QStringLiteral("a");
        const QJsonObject request = annotationRequestToJson(annotation);
        QCOMPARE(request.keys(), (QStringList{QStringLiteral("channel"), QStringLiteral("endMs"),
                                              QStringLiteral("startMs"), QStringLiteral("text")}));
        QCOMPARE(annotationRequestFromJson(request)->start, annotation.start);
        QCOMPARE(annotationRequestFromJson(toJson(annotation)).error().kind, FailureKind::Malformed);
    }

    void aChangeNamesOnlyWhatChanges()
    {
        RecordingChange change;
        change.notes = QString();
        QCOMPARE(toJson(change).keys(), QStringList{QStringLiteral("notes")});
        QCOMPARE(recordingChangeFromJson(toJson(change)).value(), change);
        change.disposition = QStringLiteral("sale");
        change.callDate = QDateTime::fromMSecsSinceEpoch(1'750'000'000'000, Qt::UTC);
        change.leadId = LeadId{4};
        for (const AgentChannel channel : {AgentChannel::Unknown, AgentChannel::Left, AgentChannel::Right}) {
            change.agentChannel = channel;
            QCOMPARE(recordingChangeFromJson(toJson(change)).value(), change);
        }
    }
};

QTEST_GUILESS_MAIN(tst_AnnotationJson)
#include "tst_AnnotationJson.moc"
