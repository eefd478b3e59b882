// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

namespace Holdfast::Routes {

/// The paths of the contract, with {id} for what varies. Written once for both ends.
inline constexpr QLatin1String login("/api/auth/login");
inline constexpr QLatin1String logout("/api/auth/logout");
inline constexpr QLatin1String refresh("/api/auth/refresh");
inline constexpr QLatin1String password("/api/auth/password");
inline constexpr QLatin1String me("/api/auth/me");
inline constexpr QLatin1String users("/api/users");
inline constexpr QLatin1String user("/api/users/{id}");
inline constexpr QLatin1String agents("/api/agents");
inline constexpr QLatin1String campaigns("/api/campaigns");
inline constexpr QLatin1String campaign("/api/campaigns/{id}");
inline constexpr QLatin1String leads("/api/leads");
inline constexpr QLatin1String lead("/api/leads/{id}");
inline constexpr QLatin1String leadsImport("/api/leads/import");
inline constexpr QLatin1String leadRecordings("/api/leads/{id}/recordings");
inline constexpr QLatin1String recordings("/api/recordings");
inline constexpr QLatin1String recording("/api/recordings/{id}");
inline constexpr QLatin1String recordingHold("/api/recordings/{id}/compliance-hold");
inline constexpr QLatin1String recordingsHold("/api/recordings/compliance-hold");
inline constexpr QLatin1String matters("/api/matters");
inline constexpr QLatin1String matter("/api/matters/{id}");
inline constexpr QLatin1String holds("/api/holds");
inline constexpr QLatin1String hold("/api/holds/{id}");
inline constexpr QLatin1String holdRelease("/api/holds/{id}/release");
inline constexpr QLatin1String holdsRelease("/api/holds/release");
inline constexpr QLatin1String holdsReleasePreview("/api/holds/release/preview");
inline constexpr QLatin1String releaseRequests("/api/hold-release-requests");
inline constexpr QLatin1String releaseRequestApproval("/api/hold-release-requests/{id}/approve");
inline constexpr QLatin1String releaseRequestRefusal("/api/hold-release-requests/{id}/refuse");
inline constexpr QLatin1String releaseRequestWithdrawal("/api/hold-release-requests/{id}/withdraw");
inline constexpr QLatin1String recordingDownload("/api/recordings/{id}/download");
inline constexpr QLatin1String recordingStream("/api/recordings/{id}/stream");
inline constexpr QLatin1String recordingTicket("/api/recordings/{id}/ticket");
inline constexpr QLatin1String recordingWaveform("/api/recordings/{id}/waveform");
inline constexpr QLatin1String recordingsExpiring("/api/recordings/expiring");
inline constexpr QLatin1String storageStats("/api/recordings/storage/stats");
inline constexpr QLatin1String storageUsage("/api/recordings/storage/usage");
inline constexpr QLatin1String annotations("/api/recordings/{id}/annotations");
inline constexpr QLatin1String annotation("/api/recordings/{id}/annotations/{annotationId}");
inline constexpr QLatin1String policies("/api/retention-policies");
inline constexpr QLatin1String policy("/api/retention-policies/{id}");
inline constexpr QLatin1String policiesPreview("/api/retention-policies/preview");
inline constexpr QLatin1String sweeps("/api/retention-sweeps");
inline constexpr QLatin1String sweep("/api/retention-sweeps/{id}");
inline constexpr QLatin1String sweepApproval("/api/retention-sweeps/{id}/approve");
inline constexpr QLatin1String sweepRefusal("/api/retention-sweeps/{id}/refuse");
inline constexpr QLatin1String sweepStatus("/api/retention-sweeps/status");
inline constexpr QLatin1String uploads("/api/uploads");
inline constexpr QLatin1String upload("/api/uploads/{id}");
inline constexpr QLatin1String changes("/api/changes");
inline constexpr QLatin1String audit("/api/audit");
inline constexpr QLatin1String auditCheckpoint("/api/audit/checkpoint");
inline constexpr QLatin1String auditConsistency("/api/audit/consistency");
inline constexpr QLatin1String auditExport("/api/audit/export");
inline constexpr QLatin1String auditKey("/api/audit/key");
inline constexpr QLatin1String auditKeys("/api/audit/keys");
inline constexpr QLatin1String auditProof("/api/audit/proof");
inline constexpr QLatin1String auditVerify("/api/audit/verify");
inline constexpr QLatin1String evidencePacks("/api/evidence-packs");
inline constexpr QLatin1String webhooks("/api/webhooks");
inline constexpr QLatin1String webhook("/api/webhooks/{id}");
inline constexpr QLatin1String webhookDeliveries("/api/webhooks/{id}/deliveries");
inline constexpr QLatin1String webhookTest("/api/webhooks/{id}/test");
inline constexpr QLatin1String webhookReplay("/api/webhooks/{id}/deliveries/{deliveryId}/replay");
inline constexpr QLatin1String keys("/api/keys");
inline constexpr QLatin1String keysRotate("/api/keys/rotate");
inline constexpr QLatin1String keyRetire("/api/keys/{id}/retire");
inline constexpr QLatin1String tokenKeyRotate("/api/keys/tokens/rotate");
inline constexpr QLatin1String checkpointKeyRotate("/api/keys/checkpoint/rotate");
inline constexpr QLatin1String schoolLeadRecordings("/inquiries/api/lead/{id}/recordings/");
inline constexpr QLatin1String schoolDelete("/inquiries/api/recording/{id}/delete/");
inline constexpr QLatin1String health("/healthz");
inline constexpr QLatin1String metrics("/metrics");
inline constexpr QLatin1String openApi("/api/openapi.json");
inline constexpr QLatin1String ready("/readyz");

} // namespace Holdfast::Routes
