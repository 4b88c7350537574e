using System.Security.Cryptography;
using System.Text;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>The rooms that every member finds: one for each phase and language (row C2 of the specification).</summary>
public sealed record Channel(ChannelPhase Phase, Lang Language)
{
    public static readonly IReadOnlyList<Channel> All = [.. Langs.All.SelectMany(l => Enum.GetValues<ChannelPhase>().Select(p => new Channel(p, l)))];

    /// <summary>The same on every site.</summary>
    public Guid Id => new(SHA256.HashData(Encoding.UTF8.GetBytes($"channel/{Phase}/{Language.Code()}"))[..16]);

    /// <summary>In the channel's own language.</summary>
    public string Name => Phase.Say(Language);

    public string Topic => Phase switch
    {
        ChannelPhase.Detection => Language.Say("Ce que vous voyez passer et qui semble coordonné ou trompeur.", "What you come across that looks coordinated or deceptive."),
        ChannelPhase.Qualification => Language.Say("Est-ce une manipulation\u00A0? Les faits, critère par critère.", "Is it a manipulation? The facts, criterion by criterion."),
        ChannelPhase.Reaction => Language.Say("Que faire, par qui, et ce que cela a donné.", "What to do, by whom, and what came of it."),
    };

    public static async Task<IReadOnlyList<Channel>> There(ChatDb db, CancellationToken ct)
    {
        var rows = await db.Rooms.Where(r => r.Kind == RoomKind.Channel && r.Phase != null && r.Language != null).Select(r => new { r.Phase, r.Language }).ToListAsync(ct);
        return [.. rows.Select(r => new Channel(r.Phase!.Value, r.Language!.Value)).Distinct()];
    }

    /// <summary>Adds those that are not there yet; the caller saves.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> Open(ChatDb db, Scopes scopes, Guid by, DateTimeOffset now, CancellationToken ct)
    {
        var there = await There(db, ct);
        var missing = All.Where(c => !there.Contains(c)).ToList();
        if (missing.Count > 0)
        {
            var scope = await scopes.Of(new() { Tlp = Tlp.Green, Audience = Audience.Community }, ct);
            db.AddRange(missing.Select(c => new Room { Id = c.Id, Kind = RoomKind.Channel, Phase = c.Phase, Language = c.Language, Name = c.Name, Topic = c.Topic, ScopeId = scope, CreatedAt = now, CreatedBy = by }));
        }

        return missing.Count;
    }
}

public static class ChannelWords
{
    public static string Say(this ChannelPhase phase, Lang l) => phase switch
    {
        ChannelPhase.Detection => l.Say("Détection", "Detection"),
        ChannelPhase.Qualification => l.Say("Qualification", "Qualification"),
        ChannelPhase.Reaction => l.Say("Réaction", "Reaction"),
    };
}
