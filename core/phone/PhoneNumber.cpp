// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/PhoneNumber.h"

#include <phonenumbers/phonenumberutil.h>

namespace Holdfast {

using i18n::phonenumbers::PhoneNumberUtil;

namespace {

constexpr qsizetype tailDigits = 7;
constexpr qsizetype leastDigits = 3;

using Parsed = i18n::phonenumbers::PhoneNumber;

bool read(const QString &text, const QString &region, Parsed &number)
{
    const std::string code = region.isEmpty() ? "ZZ" : region.toUpper().toStdString(); // ZZ: not known
    return PhoneNumberUtil::GetInstance()->Parse(text.toStdString(), code, &number) ==
           PhoneNumberUtil::NO_PARSING_ERROR;
}

bool isOne(PhoneNumberUtil::MatchType match, bool countryIsKnown)
{
    return match == PhoneNumberUtil::EXACT_MATCH || (!countryIsKnown && match == PhoneNumberUtil::NSN_MATCH);
}

} // namespace

bool isSameNumber(const QString &a, const QString &b, const QString &region)
{
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    Parsed first;
    Parsed second;
    const bool readsFirst = read(a, region, first);
    const bool readsSecond = read(b, region, second);
    if (readsFirst && readsSecond)
        return isOne(util.IsNumberMatch(first, second), true);
    // One that names no country, where none is known: the other's.
    if (readsFirst)
        return isOne(util.IsNumberMatchWithOneString(first, b.toStdString()), false);
    if (readsSecond)
        return isOne(util.IsNumberMatchWithOneString(second, a.toStdString()), false);
    return false;
}

QString phoneTail(const QString &number)
{
    QString digits;
    for (const QChar &sign : number) {
        const int digit = sign.digitValue();
        if (digit >= 0)
            digits += QChar(u'0' + digit);
        else if (!digits.isEmpty() && (sign.isLetter() || sign == u'#' || sign == u';' || sign == u','))
            break; // an extension
    }
    return digits.size() < leastDigits ? QString() : digits.last(std::min(tailDigits, digits.size()));
}

} // namespace Holdfast
