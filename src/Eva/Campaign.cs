using System.Security.Cryptography;
using Beffroi.Eva.Contracts;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva;

/// <summary>What an adviser opens so that people can play a parcours under one code.</summary>
public sealed class Campaign
{
    public const int LabelMaxLength = 100;

    // A post code has some 12 000 codes: fifty taken in a row mean that few are left.
    const int ShortTries = 50;

    public required Guid Id { get; init; }
    public required string Label { get; set; }

    /// <summary>Three letters and the structure's post code, upper case: unique for ever, even after deletion.</summary>
    public required string Code { get; init; }

    public required Guid StructureId { get; init; }
    public required Guid AuthorId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Parcours Parcours { get; init; }

    /// <summary>Technical names, in the order of play.</summary>
    public required List<string> Situations { get; init; }

    /// <summary>Positioning only: who decides of the next question. Null elsewhere.</summary>
    public RouteMode? Route { get; init; }

    /// <summary>Adds a short free text, read by people only, at the end of <c>livraison</c>.</summary>
    public required bool WithWriting { get; init; }

    public bool WithSelfPositioning { get; init; }

    public bool WithHealth { get; init; }

    public bool WithConfidence { get; init; }

    public CampaignOptions Options => new()
    {
        TownPlan = Situations.Contains(ParcoursPlan.PlanDeLaVille, StringComparer.Ordinal),
        SelfPositioning = WithSelfPositioning,
        Health = WithHealth,
        Writing = WithWriting,
        Confidence = WithConfidence,
    };

    public Programme Programme => new(Situations, Options) { Route = Route };

    /// <summary>Seen by its author and <see cref="Guests"/> only.</summary>
    public required bool IsPrivate { get; set; }

    public List<CampaignGuest> Guests { get; } = [];

    /// <summary>Closed to new entries since then; null while open.</summary>
    public DateTimeOffset? DeactivatedAt { get; private set; }

    public Guid? DeactivatedBy { get; private set; }

    public bool IsOpen => DeactivatedAt is null;

    public void Deactivate(Guid by, DateTimeOffset at) => (DeactivatedAt, DeactivatedBy) = (at, by);

    public void Reopen() => (DeactivatedAt, DeactivatedBy) = (null, null);

    public void ShareWith(IEnumerable<Guid> accounts, Guid by, DateTimeOffset at)
    {
        var wanted = accounts.Where(a => a != AuthorId).ToHashSet();
        Guests.RemoveAll(g => !wanted.Contains(g.AccountId));
        Guests.AddRange(wanted.Except(Guests.Select(g => g.AccountId)).Select(a => new CampaignGuest { CampaignId = Id, AccountId = a, AddedAt = at, AddedBy = by }));
    }

    /// <summary>A new campaign under a code that no campaign ever had.</summary>
    public static async Task<Campaign> Open(CampaignWish wish, Guid author, StructureSummary structure, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var code = CampaignCode.Draw(structure.PostCode, RandomNumberGenerator.GetInt32);
        for (var tries = 0; await db.CampaignCodes.AnyAsync(c => c.Code == code, ct); tries++)
        {
            code = tries < ShortTries ? CampaignCode.Draw(structure.PostCode, RandomNumberGenerator.GetInt32) : CampaignCode.DrawLong(RandomNumberGenerator.GetInt32);
        }

        var now = clock.GetUtcNow();
        var campaign = new Campaign
        {
            Id = Guid.CreateVersion7(now),
            Label = wish.Label,
            Code = code,
            StructureId = structure.Id,
            AuthorId = author,
            CreatedAt = now,
            Parcours = wish.Parcours,
            Situations = [.. wish.Situations],
            Route = wish.Route,
            WithWriting = wish.Options.Writing,
            WithSelfPositioning = wish.Options.SelfPositioning,
            WithHealth = wish.Options.Health,
            WithConfidence = wish.Options.Confidence,
            IsPrivate = wish.IsPrivate,
        };
        db.Add(campaign);
        db.Add(new CampaignCodeTaken { Code = code, At = now });
        return campaign;
    }

    /// <summary>Reads a label. Null when it cannot be one, and <paramref name="errors"/> says why.</summary>
    public static string? ReadLabel(string? typed, Errors errors)
    {
        var label = typed?.Trim() ?? "";
        if (label.Length == 0)
        {
            errors.Add("Label", "Donnez un nom à la campagne, par exemple « Accueil de novembre »");
        }
        else if (label.Length > LabelMaxLength)
        {
            errors.Add("Label", $"Le nom compte {French.Number(label.Length)} caractères : raccourcissez-le à {French.Number(LabelMaxLength)} au plus");
        }
        else if (label.Any(char.IsControl))
        {
            errors.Add("Label", "Le nom tient sur une ligne, sans caractère spécial invisible");
        }

        return errors["Label"] is null ? label : null;
    }
}

/// <summary>Somebody let into a private campaign.</summary>
public sealed class CampaignGuest
{
    public required Guid CampaignId { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public required Guid AddedBy { get; init; }
}

/// <summary>A code once given: kept when its campaign is deleted, so that an old poster never opens another campaign.</summary>
public sealed class CampaignCodeTaken
{
    public required string Code { get; init; }
    public required DateTimeOffset At { get; init; }
}
