// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/PackVerification.h"
#include "fuzz/Demand.h"

#include <QBuffer>

#include <cstdint>

using namespace Holdfast;

namespace {

void checkRefusal(const Failure &failure)
{
    demand(failure.kind == FailureKind::Malformed || failure.kind == FailureKind::TooLarge);
    demand(!failure.message.isEmpty());
}

/// There is one way to write what was read.
void checkRewritten(const ZipReader &zip, const QByteArray &input)
{
    QByteArray bytes;
    QByteArray directory;
    for (const ZipMember &member : zip.members()) {
        demand(isMemberName(member.name));
        const Result<QByteArray> content = zip.readAll(member, input.size());
        demand(content.has_value());
        bytes += zipLocalHeader(member) + *content;
        directory += zipDirectoryEntry(member);
    }
    demand(bytes + directory + zipEnd({zip.members().size(), bytes.size(), directory.size()}) == input);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QBuffer buffer(&input);
    demand(buffer.open(QIODevice::ReadOnly));
    const Result<ZipReader> zip = ZipReader::open(buffer);
    if (zip)
        checkRewritten(*zip, input);
    else
        checkRefusal(zip.error());

    const Result<PackReport> report = PackVerification::run(buffer, {});
    if (!report)
        checkRefusal(report.error());
    else if (report->isIntact())
        demand(report->signer && report->manifest && zip);
    else
        demand(packSentences(*report).size() > 1);
    return 0;
}
