// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Holdfast {

/// A phone number for comparison with others in other notations: "+49 (0)30 1234567", "0049 30 123 45 67" and
/// "030/1234567" are the same.
class PhoneDigits
{
public:
    explicit PhoneDigits(const QString &phone);

    bool isEmpty() const { return m_digits.isEmpty(); }
    /// The same for numbers that are the same; empty where there are no digits.
    QString tail() const { return m_digits.right(tailLength); }

    /// One may lack what the other has of country and area; seven digits at least are the same.
    friend bool operator==(const PhoneDigits &a, const PhoneDigits &b)
    {
        const bool isShorter = a.m_digits.size() < b.m_digits.size();
        const QString &shorter = isShorter ? a.m_digits : b.m_digits;
        const QString &longer = isShorter ? b.m_digits : a.m_digits;
        return shorter.size() == longer.size() ? shorter == longer
                                               : shorter.size() >= tailLength && longer.endsWith(shorter);
    }

private:
    static constexpr qsizetype tailLength = 7;
    QString m_digits; ///< without "(0)" and the zeros in front
};

inline PhoneDigits::PhoneDigits(const QString &phone)
{
    m_digits.reserve(phone.size());
    for (qsizetype i = 0; i < phone.size(); ++i) {
        if (QStringView(phone).sliced(i).startsWith(u"(0)"))
            i += 2;
        else if (phone[i].isDigit() && !(m_digits.isEmpty() && phone[i].digitValue() == 0))
            m_digits += QChar(u'0' + phone[i].digitValue());
    }
}

} // namespace Holdfast
