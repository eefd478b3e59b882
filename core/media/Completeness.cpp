// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/Completeness.h"

#include "media/MediaContainer.h"
#include "media/WavHeader.h"

namespace Holdfast {

namespace {

constexpr std::chrono::seconds longest{2};

bool isOpenWav(MediaFile &file)
{
    const std::optional<WavHeader> header = readWavHeader(file);
    return !header || header->truncated || header->isOpenEnded;
}

} // namespace

bool tellsOfMore(QIODevice &device)
{
    MediaFile file(device, {std::chrono::steady_clock::now() + longest, nullptr});
    const std::optional<ContainerFacts> facts = recogniseContainer(file);
    if (!facts)
        return false;
    switch (facts->container) {
    case MediaContainer::Wav:
        return isOpenWav(file);
    case MediaContainer::Iso:
        return facts->cutShort || !facts->hasIndex;
    case MediaContainer::Avi:
    case MediaContainer::Ogg:
        return facts->cutShort;
    case MediaContainer::Mp3:
    case MediaContainer::Adts:
    case MediaContainer::Amr:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
