// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Holdfast {

/// What there is to say of a line of a file of leads. In brackets what the sentence on it names, in that order.
enum class LeadRemark {
    UnreadColumn,    ///< [the column]
    FieldCount,      ///< [fields, columns]
    NoName,          ///< []
    NameTooLong,     ///< [characters, at most]
    PhoneTooLong,    ///< [characters, at most]
    UnknownCampaign, ///< [the campaign]
    UnknownUser,     ///< [the username]
    Repeated,        ///< [the line that says the same]
    Contradicted,    ///< [the line that says something else]
    SharedNumber,    ///< [the number, the lead that has it]
    NoNumber,        ///< [what stands there for a phone number]
};

/// In the language of whoever runs this; the server has but one.
QString sentenceOn(LeadRemark remark, const QStringList &named);

} // namespace Holdfast
