// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/Revision.h"

#include "api/WholeNumber.h"
#include "contract/Json.h"

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

Done stillAt(Database &database, Edited what, qint64 id, const std::optional<RevisionCondition> &condition)
{
    if (!condition)
        return {};
    const Result<LastEdit> last = Edits(database, what).last(id);
    if (!last)
        return fail(last.error());
    if (condition->holdsFor(last->revision))
        return {};
    if (last->by.isEmpty() || !last->at)
        return fail(FailureKind::Outdated,
                    QStringLiteral("This is at revision %1 by now. Nothing was overwritten; look at it again.")
                        .arg(last->revision));
    const QDateTime second = last->at->addMSecs(-last->at->time().msec()); // what people read
    return fail(FailureKind::Outdated,
                QStringLiteral("%1 changed this at %2. Nothing was overwritten; look at it again.")
                    .arg(last->by, isoTime(second)));
}

QByteArray revisionTag(qint64 revision)
{
    return '"' + QByteArray::number(revision) + '"';
}

Http::Reply tagged(Http::Reply reply, qint64 revision)
{
    reply.headers.set("ETag", revisionTag(revision));
    return reply;
}

} // namespace Holdfast
