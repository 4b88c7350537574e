using System.Collections.Concurrent;
using Beffroi.Kit;
using Microsoft.AspNetCore.SignalR;

namespace Beffroi.Chat.Live;

/// <summary>One browser page that listens.</summary>
public sealed class LiveConnection(HubCallerContext context, Guid accountId, Lang language)
{
    public string Id => context.ConnectionId;

    public Guid AccountId { get; } = accountId;

    public Lang Language { get; } = language;

    /// <summary>Who they are here, as it was at the last call: <see cref="Seat.AccountId"/>.</summary>
    public Guid PersonId { get; set; } = accountId;

    /// <summary>Their organisation at the last call.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>When a guest's time is over, as it was at the last call.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>As everybody in a room may know them.</summary>
    public string ShownAs { get; set; } = "";

    /// <summary>Rooms that it has entered, and when.</summary>
    public ConcurrentDictionary<Guid, DateTimeOffset> Rooms { get; } = new();

    /// <summary>When it last said that somebody was writing.</summary>
    public DateTimeOffset TypedAt { get; set; }

    public bool IsHitBy(Revocation revocation) =>
        (revocation.AccountId is null || revocation.AccountId == AccountId)
        && (revocation.OrganisationId is null || revocation.OrganisationId == OrganisationId)
        && (revocation.RoomId is not { } room || Rooms.ContainsKey(room));

    /// <summary>From now on nothing is written to it.</summary>
    public void Close() => context.Abort();
}
