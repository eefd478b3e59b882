// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/Revision.h"

#include "api/WholeNumber.h"

namespace Holdfast {

std::optional<RevisionCondition> ifMatchOf(const Http::Headers &headers)
{
    if (!headers.has("If-Match"))
        return std::nullopt;
    RevisionCondition condition;
    for (const Http::Headers::Field &field : headers.fields()) {
        if (field.name.compare("If-Match", Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &part : field.value.split(',')) {
            const QByteArray tag = part.trimmed();
            if (tag == "*")
                condition.any = true;
            else if (tag.size() > 2 && tag.startsWith('"') && tag.endsWith('"'))
                if (const auto revision = wholeNumber(QString::fromLatin1(tag.sliced(1, tag.size() - 2))))
                    condition.revisions.append(*revision);
        }
    }
    return condition;
}

QByteArray revisionTag(qint64 revision)
{
    return '"' + QByteArray::number(revision) + '"';
}

} // namespace Holdfast
