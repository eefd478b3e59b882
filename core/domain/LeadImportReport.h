// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/LeadRemark.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Holdfast {

/// What becomes of one row of a file of leads.
enum class LeadFate {
    Created,
    Changed,      ///< the lead is there, and gets the row's campaign or agents
    AlreadyThere, ///< as the row says
    Repeated,     ///< a row before it says the same
    Refused,      ///< something is wrong with it
};

/// What an import of leads did, or would do.
struct LeadImportReport
{
    struct Remark
    {
        qint64 line = 0; ///< of the file, from 1
        QString message;
        std::optional<LeadRemark> what; ///< none: the message alone says it
        QStringList named;              ///< by that message

        friend bool operator==(const Remark &, const Remark &) = default;
    };
    /// Some of them, and how many there are.
    struct Remarks
    {
        static constexpr qsizetype most = 100; ///< that are kept

        qint64 count = 0;
        QList<Remark> first;

        void add(qint64 line, LeadRemark what, const QStringList &named = {})
        {
            if (count++ < most)
                first.append({line, sentenceOn(what, named), what, named});
        }
        friend bool operator==(const Remarks &, const Remarks &) = default;
    };
    struct Row
    {
        static constexpr qsizetype most = 100; ///< that are shown

        qint64 line = 0;
        QString name;
        QString phone;
        QString campaign;
        QStringList agents; ///< usernames
        LeadFate fate = LeadFate::Created;
        std::optional<QString> campaignBefore;   ///< where a changed lead's campaign is another one then
        std::optional<QStringList> agentsBefore; ///< where its agents are others then

        friend bool operator==(const Row &, const Row &) = default;
    };

    bool isPreview = false; ///< nothing was changed
    qint64 created = 0;
    qint64 changed = 0;
    qint64 alreadyThere = 0;
    qint64 repeated = 0;
    Remarks problems; ///< one is enough, and nothing is imported
    Remarks notices;  ///< what a person should know of
    QList<Row> rows;  ///< the first of the file
    QString encoding; ///< "UTF-8"; as the file was read
    QString separator;

    friend bool operator==(const LeadImportReport &, const LeadImportReport &) = default;
};

} // namespace Holdfast
