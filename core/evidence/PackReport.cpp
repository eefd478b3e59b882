// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/PackReport.h"

#include <QJsonArray>

#include <algorithm>

namespace Holdfast {

namespace {

qint64 includedOf(const PackManifest &manifest)
{
    return std::count_if(manifest.recordings.begin(), manifest.recordings.end(),
                         [](const PackedRecording &one) { return one.state == PackedState::Included; });
}

QString keyOf(const PackReport &report)
{
    return report.signer ? QString::fromUtf8(report.signer->text()) : QString();
}

QString aboutOf(const PackManifest &manifest)
{
    return QStringLiteral("%1 %2 “%3”")
        .arg(manifest.about.value(QLatin1String("kind")).toString())
        .arg(manifest.about.value(QLatin1String("id")).toInteger())
        .arg(manifest.about.value(QLatin1String("name")).toString());
}

QStringList lackSentences(const PackManifest &manifest)
{
    QStringList sentences;
    for (const PackedRecording &one : manifest.recordings)
        if (one.state != PackedState::Included)
            sentences.append(QStringLiteral("Not in the pack, as it says itself: recording %1 (%2). %3")
                                 .arg(one.id.value)
                                 .arg(packedStateName(one.state), one.why));
    for (const QString &problem : manifest.problems)
        sentences.append(QStringLiteral("Not as it should be, as the pack says itself: %1").arg(problem));
    return sentences;
}

/// Nothing was found against it, but not all was looked at that was asked for.
bool isNotComparedAlone(const PackReport &report)
{
    return std::all_of(report.findings.begin(), report.findings.end(),
                       [](const PackFinding &finding) { return finding.kind == PackFinding::Kind::NotCompared; });
}

QString badNews(const PackReport &report)
{
    if (isNotComparedAlone(report))
        return QStringLiteral("Nothing in this pack was found changed, but it was not compared with the checkpoint "
                              "that was kept:");
    return QStringLiteral("This pack is NOT what was signed, or does not prove what it should:");
}

QString trustSentence(const PackReport &report)
{
    if (report.isKeyTheGiven)
        return QStringLiteral("Its key is the one that was given.");
    if (report.isKeyALaterOne)
        return QStringLiteral("Its key took over from the one that was given, and that one has signed for it. Whoever "
                              "has the old one's secret could have done so too: ask for the new one from somebody whom "
                              "you trust.");
    if (report.isCheckpointTheKept)
        return QStringLiteral("Its key is the one that signed the checkpoint that was kept, or took over from that.");
    return QStringLiteral("Not proven: whose key that is. Compare it with the one that your server gives at "
                          "/api/audit/key, from somebody whom you trust, or give it with --key.");
}

} // namespace

void PackReport::add(PackFinding::Kind kind, const QByteArray &member, const QString &sentence)
{
    if (findings.size() < mostFindings)
        findings.append({kind, member, sentence});
}

QLatin1String packFindingName(PackFinding::Kind kind)
{
    switch (kind) {
    case PackFinding::Kind::Changed:
        return QLatin1String("changed");
    case PackFinding::Kind::Missing:
        return QLatin1String("missing");
    case PackFinding::Kind::Added:
        return QLatin1String("added");
    case PackFinding::Kind::NotSigned:
        return QLatin1String("not-signed");
    case PackFinding::Kind::NotProven:
        return QLatin1String("not-proven");
    case PackFinding::Kind::Contradicts:
        return QLatin1String("contradicts");
    case PackFinding::Kind::OtherKey:
        return QLatin1String("other-key");
    case PackFinding::Kind::NotTheSame:
        return QLatin1String("not-the-same");
    case PackFinding::Kind::NotCompared:
        return QLatin1String("not-compared");
    }
    Q_UNREACHABLE();
}

QStringList packSentences(const PackReport &report)
{
    QStringList sentences;
    for (const PackFinding &finding : report.findings)
        sentences.append(finding.sentence);
    if (!report.isIntact()) {
        sentences.prepend(badNews(report));
        return sentences;
    }
    const PackManifest &manifest = *report.manifest;
    sentences.append(QStringLiteral("The pack is as it was signed: %1 members, %2 bytes, none missing, added or "
                                    "changed.")
                         .arg(report.members)
                         .arg(report.bytes));
    sentences.append(QStringLiteral("Made at %1 by %2 about %3: %4 of %5 recordings are in it.")
                         .arg(manifest.madeAt.toString(Qt::ISODate), manifest.madeBy, aboutOf(manifest))
                         .arg(includedOf(manifest))
                         .arg(manifest.recordings.size()));
    sentences.append(QStringLiteral("Its %1 entries of the audit log are among the %2 that its checkpoint signs for.")
                         .arg(report.entries)
                         .arg(manifest.logSize));
    if (report.isCheckpointTheKept)
        sentences.append(QStringLiteral("The log is the one of the checkpoint that was kept, and goes on from it."));
    sentences.append(lackSentences(manifest));
    sentences.append(QStringLiteral("Signed by %1").arg(keyOf(report)));
    sentences.append(trustSentence(report));
    sentences.append(QStringLiteral("Not proven by a pack: that the log has no other entries about it, and that what "
                                    "was said in a call is true."));
    return sentences;
}

QJsonObject packReportJson(const PackReport &report)
{
    QJsonArray findings;
    for (const PackFinding &finding : report.findings)
        findings.append(QJsonObject{{QLatin1String("kind"), packFindingName(finding.kind)},
                                    {QLatin1String("member"), QString::fromLatin1(finding.member)},
                                    {QLatin1String("message"), finding.sentence}});
    QJsonArray lacks;
    if (report.manifest)
        lacks = QJsonArray::fromStringList(lackSentences(*report.manifest));
    const bool isWhole = report.manifest && report.manifest->isWhole();
    return {{QLatin1String("intact"), report.isIntact()},
            {QLatin1String("whole"), report.isIntact() && isWhole},
            {QLatin1String("pack"), report.manifest ? report.manifest->pack : QString()},
            {QLatin1String("about"), report.manifest ? report.manifest->about : QJsonObject()},
            {QLatin1String("signedBy"), keyOf(report)},
            {QLatin1String("keyIsTheGiven"), report.isKeyTheGiven},
            {QLatin1String("keyTookOverFromTheGiven"), report.isKeyALaterOne},
            {QLatin1String("goesOnFromKeptCheckpoint"), report.isCheckpointTheKept},
            {QLatin1String("members"), report.members},
            {QLatin1String("bytes"), report.bytes},
            {QLatin1String("auditEntries"), report.entries},
            {QLatin1String("logSize"), report.manifest ? report.manifest->logSize : 0},
            {QLatin1String("lacks"), lacks},
            {QLatin1String("findings"), findings}};
}

} // namespace Holdfast
