// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Holdfast {

/// What is wrong with the audit log, and with which entries, by their numbers; `last` is the same as `first` where it
/// is one entry.
struct AuditFinding
{
    enum class Kind {
        Changed,      ///< not what was written: edited, or another in its place
        Removed,      ///< not there
        Added,        ///< there, and not written by the server
        HashReplaced, ///< the entries are right; a stored hash over them is not
        NotSigned,    ///< the checkpoint that must be there is missing, or signed by nobody who may
        CutOff,       ///< a checkpoint that was kept elsewhere had them
        NotTheSame,   ///< a checkpoint that was kept elsewhere had others among them
        Unguarded,    ///< all entries are right, but the database no longer refuses to change or delete them, or
                      ///< what is held: a trigger is gone, is another, or is none of Holdfast's
        KeyMissing,   ///< all that was signed is right; the key is gone, and nobody signs what is written since
    };
    Kind kind = Kind::Changed;
    qint64 first = 0;
    qint64 last = 0;

    friend bool operator==(const AuditFinding &, const AuditFinding &) = default;
};

/// Entries that nobody signed when they were written, for the key was missing; a later entry says so, and is signed.
struct AuditGap
{
    qint64 first = 0;
    qint64 last = 0;      ///< before the first where there are none
    bool keyLost = false; ///< another key took over without the word of the one before

    friend bool operator==(const AuditGap &, const AuditGap &) = default;
};

struct AuditReport
{
    qint64 entries = 0;                  ///< that were looked at
    std::optional<AuditFinding> finding; ///< the first one; none: the log is intact
    QList<AuditGap> gaps = {};

    friend bool operator==(const AuditReport &, const AuditReport &) = default;
};

QLatin1String findingName(AuditFinding::Kind kind); ///< the contract's word: "changed"
std::optional<AuditFinding::Kind> findingFromName(QStringView name);
QString auditSentence(const AuditReport &report); ///< for people, in the language of the program

} // namespace Holdfast
