// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QtGlobal>

#include <compare>

namespace Holdfast {

/// The number by which the contract names a thing; the tag keeps a lead's number from passing for a recording's.
/// Valid ids are positive; a default one names nothing.
template <class Tag> struct Id
{
    qint64 value = 0;

    constexpr bool isValid() const { return value > 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using UserId = Id<struct UserTag>;
using LeadId = Id<struct LeadTag>;
using CampaignId = Id<struct CampaignTag>;
using CallId = Id<struct CallTag>;
using RecordingId = Id<struct RecordingTag>;
using AnnotationId = Id<struct AnnotationTag>;
using PolicyId = Id<struct PolicyTag>;
using MatterId = Id<struct MatterTag>;
using HoldId = Id<struct HoldTag>;
using ReleaseRequestId = Id<struct ReleaseRequestTag>;
using WebhookId = Id<struct WebhookTag>;
using WebhookDeliveryId = Id<struct WebhookDeliveryTag>;

} // namespace Holdfast
