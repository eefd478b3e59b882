// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/AuditReport.h"

#include <QCoreApplication>

namespace Holdfast {

namespace {

using Kind = AuditFinding::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::AuditReport)
};

/// Empty where everything was signed when it was written.
QString gapSentences(const QList<AuditGap> &gaps)
{
    QString sentences;
    for (const AuditGap &gap : gaps) {
        if (gap.first == gap.last)
            sentences +=
                u' ' + Words::tr("Entry %1 was signed only later, for the key was missing when it was written.")
                           .arg(gap.first);
        if (gap.first < gap.last)
            sentences += u' ' + Words::tr("Entries %1 to %2 were signed only later, for the key was missing when they "
                                          "were written.")
                                    .arg(gap.first)
                                    .arg(gap.last);
        if (gap.keyLost)
            sentences += u' ' + Words::tr("At entry %1 a new key took over from one that was lost: nothing of the old "
                                          "one vouches for it.")
                                    .arg(gap.last + 1);
    }
    return sentences;
}

} // namespace

QLatin1String findingName(AuditFinding::Kind kind)
{
    switch (kind) {
    case Kind::Changed:
        return QLatin1String("changed");
    case Kind::Removed:
        return QLatin1String("removed");
    case Kind::Added:
        return QLatin1String("added");
    case Kind::HashReplaced:
        return QLatin1String("hash-replaced");
    case Kind::NotSigned:
        return QLatin1String("not-signed");
    case Kind::CutOff:
        return QLatin1String("cut-off");
    case Kind::NotTheSame:
        return QLatin1String("not-the-same");
    case Kind::Unguarded:
        return QLatin1String("unguarded");
    case Kind::KeyMissing:
        return QLatin1String("key-missing");
    }
    Q_UNREACHABLE();
}

std::optional<Kind> findingFromName(QStringView name)
{
    for (const Kind kind : {Kind::Changed, Kind::Removed, Kind::Added, Kind::HashReplaced, Kind::NotSigned,
                            Kind::CutOff, Kind::NotTheSame, Kind::Unguarded, Kind::KeyMissing})
        if (name == findingName(kind))
            return kind;
    return std::nullopt;
}

QString auditSentence(const AuditReport &report)
{
    if (!report.finding)
        return Words::tr("The chain is intact: %L1 entries.").arg(report.entries) + gapSentences(report.gaps);
    const AuditFinding &finding = *report.finding;
    const bool isOne = finding.first == finding.last;
    const QString which = isOne ? Words::tr("Entry %1").arg(finding.first)
                                : Words::tr("Entries %1 to %2").arg(finding.first).arg(finding.last);
    switch (finding.kind) {
    case Kind::Changed:
        return isOne
                   ? Words::tr("%1 is the first that is not what was written: it was edited, or another was put in its "
                               "place.")
                         .arg(which)
                   : Words::tr("%1 hold the first that is not what was written: the checkpoint over them does "
                               "not fit.")
                         .arg(which);
    case Kind::Removed:
        return Words::tr("%1 is the first that is missing: it was removed or moved.").arg(which);
    case Kind::Added:
        return isOne ? Words::tr("%1 was added by others than the server.").arg(which)
                     : Words::tr("%1 were not signed: they were added by others than the server, or what was "
                                 "before them was changed.")
                           .arg(which);
    case Kind::HashReplaced:
        return Words::tr("%1 can be trusted so far, but a stored hash over this was replaced.").arg(which);
    case Kind::NotSigned:
        return Words::tr("%1: the checkpoint over this is missing, or not signed by this server's key.").arg(which);
    case Kind::CutOff:
        return Words::tr("%1: the checkpoint that was kept elsewhere had this, and it is gone. The log was cut "
                         "off.")
            .arg(which);
    case Kind::NotTheSame:
        return Words::tr("%1 are not those of the checkpoint that was kept elsewhere: the log was written anew.")
            .arg(which);
    case Kind::Unguarded:
        return Words::tr("All %L1 entries are what was written, but the database no longer guards them, or what is "
                         "held, as it should: a trigger was taken away, changed or added.")
            .arg(report.entries);
    case Kind::KeyMissing:
        return Words::tr("The key that signs the log is missing, so nobody signs what is written from entry %1 on. "
                         "What was signed before is unchanged. Put the key back from the backup of the keys folder, "
                         "or have it replaced as lost.")
            .arg(finding.first);
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
