using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Casework;

/// <summary>Whom a whole case may be shared with, as somebody chooses it.</summary>
public sealed record AudienceChoice
{
    public required Lang L { get; init; }
    public required Seat Seat { get; init; }
    public required IReadOnlyList<Option> Organisations { get; init; }
    public required IReadOnlyList<Option> People { get; init; }

    /// <summary>Offered to start with.</summary>
    public Marked? Now { get; init; }

    public Tlp StartTlp => Now?.Tlp ?? Tlp.AmberStrict;

    /// <summary>People whom the case names and the form does not show: guests, who are no members, analysts who are not named to others, those beyond what a list holds. They stay.</summary>
    public IReadOnlyList<Guid> Unseen { get; init; } = [];

    public IReadOnlyCollection<string> StartOrganisations => Now is null && Seat.OrganisationId is { } own ? [own.ToString()] : [.. InAll(c => c.Organisations).Select(o => o.ToString())];

    public IReadOnlyCollection<string> StartPeople => [.. InAll(c => c.People).Select(p => p.ToString())];

    public IReadOnlyList<Option> Levels => [.. Enum.GetValues<Tlp>().Select(t => new Option(t.ToString(), $"{t.Label()}\u00A0— {t.Allows(L)}"))];

    /// <summary>Who asks is always among them.</summary>
    public Marked? Read(Typed form, Errors errors)
    {
        var tlp = form.Choice<Tlp>("Tlp", errors, L);
        var organisations = form.Ids("Organisations").Where(o => Organisations.Any(k => string.Equals(k.Value, o.ToString(), StringComparison.Ordinal))).ToList();
        var people = form.Ids("People").Where(p => People.Any(k => string.Equals(k.Value, p.ToString(), StringComparison.Ordinal))).ToList();
        if (errors.Any)
        {
            return null;
        }

        if (Now is { } now && tlp == now.Tlp && organisations.ToHashSet().SetEquals(Offered(Organisations, InAll(c => c.Organisations))) && people.ToHashSet().SetEquals(Offered(People, InAll(c => c.People))))
        {
            return now;
        }

        people.AddRange(Unseen);
        return new()
        {
            Tlp = tlp,
            Audience = tlp switch
            {
                Tlp.Clear => Audience.World,
                Tlp.Green => Audience.Community,
                Tlp.Amber or Tlp.AmberStrict => new() { Circles = [Circle.Of(organisations.Concat(Seat.OrganisationId is { } own ? [own] : []), Seat.IsGuest ? people.Append(Seat.AccountId) : people)] },
                Tlp.Red => Audience.OfPeople(people.Append(Seat.AccountId)),
            },
        };
    }

    /// <summary>Those whom each named circle of the present marking names.</summary>
    internal IReadOnlyList<Guid> InAll(Func<Circle, IReadOnlyList<Guid>> of) =>
        [.. Now?.Audience is { } audience && audience.Circles.Where(c => c.Reach is Reach.Named).Select(of).ToList() is [var first, .. var others] ? first.Where(id => others.TrueForAll(o => o.Contains(id))) : []];

    static IEnumerable<Guid> Offered(IReadOnlyList<Option> options, IEnumerable<Guid> ids) => ids.Where(id => options.Any(o => string.Equals(o.Value, id.ToString(), StringComparison.Ordinal)));
}

public sealed class AudienceChoices(ChatDb db, RoomPeople people, Seated seated, TimeProvider clock)
{
    const int MostPeople = 300;

    public async Task<AudienceChoice> Of(Lang l, Marked? now, CancellationToken ct)
    {
        var choice = new AudienceChoice
        {
            L = l,
            Seat = seated.Seat,
            // Identifiers are written here: engines do not write them alike.
            Organisations = [.. (await db.Organisations.AsNoTracking().Where(o => o.ClosedAt == null).OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(o => new Option(o.Id.ToString(), o.Name))],
            People = [.. (await people.List(people.Known(seated.Seat), MostPeople, ct)).Where(p => p.AccountId != seated.Seat.AccountId).Select(p => new Option(p.AccountId.ToString(), $"{p.Name} ({p.Organisation})"))],
            Now = now,
        };
        return choice with { Unseen = await Unseen(choice, ct) };
    }

    async Task<IReadOnlyList<Guid>> Unseen(AudienceChoice choice, CancellationToken ct)
    {
        var (named, moment) = (choice.InAll(c => c.People).Where(p => p != choice.Seat.AccountId && !choice.People.Any(o => string.Equals(o.Value, p.ToString(), StringComparison.Ordinal))).ToList(), clock.GetUtcNow());
        return named.Count == 0 ? [] : await db.Members.Where(m => named.Contains(m.AccountId) && m.LeftAt == null).Select(m => m.AccountId)
            .Union(db.GuestPasses.Where(p => named.Contains(p.AccountId!.Value) && p.RevokedAt == null && p.ExpiresAt > moment).Select(p => p.AccountId!.Value)).ToListAsync(ct);
    }
}
