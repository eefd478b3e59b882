// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/LeadRemark.h"

#include <QCoreApplication>

namespace Holdfast {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::LeadRemark)
};

} // namespace

QString sentenceOn(LeadRemark remark, const QStringList &named)
{
    const QString first = named.value(0);
    const QString second = named.value(1);
    switch (remark) {
    case LeadRemark::UnreadColumn:
        return Words::tr("The column %1 is not read.").arg(first);
    case LeadRemark::FieldCount:
        return Words::tr("There are %1 fields, but %2 columns.").arg(first, second);
    case LeadRemark::NoName:
        return Words::tr("There is no name.");
    case LeadRemark::NameTooLong:
        return Words::tr("The name must have at most %1 characters.").arg(first);
    case LeadRemark::PhoneTooLong:
        return Words::tr("The phone number must have at most %1 characters.").arg(first);
    case LeadRemark::UnknownCampaign:
        return Words::tr("There is no campaign %1.").arg(first);
    case LeadRemark::UnknownUser:
        return Words::tr("There is no user %1.").arg(first);
    case LeadRemark::Repeated:
        return Words::tr("The same lead as in line %1; it is taken once.").arg(first);
    case LeadRemark::Contradicted:
        return Words::tr("Line %1 names the same lead with another campaign or other agents.").arg(first);
    case LeadRemark::SharedNumber:
        return Words::tr("%1 is the number of %2 too, who is a lead already.").arg(first, second);
    case LeadRemark::NoNumber:
        return Words::tr("“%1” is no phone number. It is taken as it is; recordings do not find the lead by it.")
            .arg(first);
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
