using Beffroi.Accounts;
using Beffroi.Incubator;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Cli.World;

/// <summary>
/// The two conventions from which this project comes, as their texts have them: amounts, codes, clauses. What the texts do not say stays empty. The days of signature, the orders, the people and the measures are invented.
/// </summary>
public static class WorldIncubator
{
    public const string Eva = "eva";
    public const string Disinfo = "disinfo";
    public const string EvaConvention = "eva-dgefp-2020";
    public const string DisinfoConvention = "disinfo-meae-2020";

    /// <summary>The first order of Eva, which is neither wholly delivered nor wholly paid.</summary>
    public static readonly Guid Order = new("0e000000-0000-7000-8000-000000000400");
    public static readonly Guid Indicator = WorldImpact.ActivePeople;

    /// <summary>Called, with what the team asks; its file is not locked in the demonstration.</summary>
    public static readonly Guid InvestmentCommittee = new("0e000000-0000-7000-8000-000000000402");
    public static readonly Guid Committee = new("0e000000-0000-7000-8000-000000000401");

    /// <summary>Plants them where there is no startup, once the people of the world are there; true when it did.</summary>
    public static async Task<bool> Plant(IncubatorDb db, AccountsDb accounts, CancellationToken ct)
    {
        if (await db.Startups.AnyAsync(ct))
        {
            return false;
        }

        var people = await Crew(accounts, ct);
        var (eva, disinfo) = (WorldConventions.Eva(), WorldConventions.Disinfo());
        db.AddRange(eva.Startup, eva.Convention, disinfo.Startup, disinfo.Convention);
        foreach (var convention in new[] { eva.Convention, disinfo.Convention })
        {
            db.AddRange(RegisterTask.OfSignature(convention, convention.SignedOn!.Value));
            db.AddRange(Mandates(convention, people));
        }

        var expert = new Expert { Id = Guid.CreateVersion7(At(new(2020, 4, 1))), ConventionId = disinfo.Convention.Id, Name = "Ada Morel", Employer = "Atelier des Dunes", From = new(2020, 4, 6), DeclaredOn = new(2020, 4, 1), By = people.Orders };
        db.Add(expert);
        db.AddRange(WorldImpact.Rows(eva.Startup.Id, disinfo.Startup.Id, people.Certifies));
        db.Add(new Committee { Id = Committee, ConventionId = eva.Convention.Id, Kind = CommitteeKind.FollowUp, MeetingOn = new(2020, 7, 15), CalledAt = At(new(2020, 7, 1)), CalledBy = people.Orders });
        db.AddRange(Investment(eva.Convention, people.Orders));
        db.AddRange(WorldOwnCard.Of(people.Orders));
        db.AddRange(WorldSecurity.Of(eva.Startup, eva.Convention, disinfo.Startup, disinfo.Convention, people.Orders));
        await db.SaveChangesAsync(ct);

        await Live(db, eva.Convention, people, null,
        [
            new(Order, "EVA-2020-01", Prestation.Devops, "Deux développeuses", 132_000m, new(2020, 5, 25), [(new(2020, 6, 30), 44_000m), (new(2020, 7, 31), 44_000m)], [(new(2020, 7, 20), 44_000m)]),
            new(Guid.CreateVersion7(At(new(2020, 6, 2))), "EVA-2020-02", Prestation.Design, "Une designer", 48_000m, new(2020, 6, 2), [(new(2020, 6, 30), 12_000m)], [(new(2020, 7, 20), 12_000m)]),
            new(Guid.CreateVersion7(At(new(2020, 6, 8))), "EVA-2020-03", Prestation.PsychologieSociale, "Une docteure en psychologie sociale", 36_000m, new(2020, 6, 8), [], []),
        ], ct);
        await Live(db, disinfo.Convention, people, expert.Id,
        [
            new(Guid.CreateVersion7(At(new(2020, 4, 6))), "DIS-2020-01", Prestation.Devops, "Une développeuse", 84_000m, new(2020, 4, 6), [(new(2020, 6, 30), 28_000m)], [(new(2020, 7, 15), 28_000m)]),
        ], ct);
        return true;
    }

    // Within the days that the common doctrine gives: 30 to 45 before the envelope ends.
    static object[] Investment(Convention convention, Guid by) =>
    [
        new Committee { Id = InvestmentCommittee, ConventionId = convention.Id, Kind = CommitteeKind.Investment, MeetingOn = new(2020, 10, 8), CalledAt = At(new(2020, 9, 1)), CalledBy = by },
        new Ask
        {
            Id = new("0e000000-0000-7000-8000-000000000403"), ConventionId = convention.Id, CommitteeId = InvestmentCommittee, EnvelopeAe = Money.Of(150_000), EnvelopeCp = Money.Of(150_000), Team = "Deux développeuses, une designer à mi-temps (exemple inventé)",
            Hypotheses = "Les conseillers s’en servent de nouveau le mois d’après (exemple inventé)", Criteria = "La moitié des structures actives ont au moins deux évaluations par mois (exemple inventé)", By = by, At = At(new(2020, 9, 1)),
        },
    ];

    sealed record Hands(Guid Orders, Guid Certifies, Guid Pays, Guid Delegator);

    sealed record Bought(Guid Id, string Number, Prestation Prestation, string Label, decimal InclTax, DateOnly On, (DateOnly On, decimal Amount)[] Delivered, (DateOnly On, decimal Amount)[] Paid);

    static async Task<Hands> Crew(AccountsDb accounts, CancellationToken ct)
    {
        var emails = People.All.Select(p => p.Email).ToList();
        var ids = await accounts.Users.Where(a => emails.Contains(a.Email!)).ToDictionaryAsync(a => a.Email!, a => a.Id, StringComparer.Ordinal, ct);
        return new(ids[People.Camille.Email], ids[People.Nadia.Email], ids[People.Ismael.Email], ids[People.Paul.Email]);
    }

    static IEnumerable<Mandate> Mandates(Convention convention, Hands people)
    {
        var wantsIntrapreneur = convention.Clauses.IntrapreneurWithinMonths is not null;
        Mandate Of(Guid account, Duty duty, int? share = null, string? letter = null) => new()
        {
            Id = Guid.NewGuid(), ConventionId = convention.Id, AccountId = account, Duty = duty, Share = share, MissionLetter = letter, GivenBy = people.Orders, GivenAt = At(convention.SignedOn!.Value),
        };

        yield return Of(people.Orders, Duty.Manager);
        yield return wantsIntrapreneur ? Of(people.Certifies, Duty.Intrapreneur, 60, "Lettre de mission du 2 avril 2020") : Of(people.Certifies, Duty.Manager);
        yield return Of(people.Pays, Duty.Manager);
        yield return Of(people.Delegator, Duty.Delegator);
    }

    static async Task Live(IncubatorDb db, Convention convention, Hands people, Guid? expert, Bought[] bought, CancellationToken ct)
    {
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        Author By(Guid who, DateOnly day) => new(who, At(day));
        void Keep(string act, Written written, Author author) => turn.Write(author, act, written.Entry ?? throw new InvalidOperationException($"The demonstration was refused: {written.Refusal}"));

        var signed = By(people.Orders, convention.SignedOn!.Value);
        Keep("incubateur.signer", turn.Ledger.Allocate(convention.AmountAe, convention.AmountCp, 2020, convention.SignedOn.Value, "Convention", convention.Slug, signed), signed);
        foreach (var b in bought)
        {
            var order = OrderOf(convention, b, people.Orders, expert);
            db.Add(order);
            Keep("incubateur.commander", turn.Ledger.Commit(order, By(people.Orders, b.On)), By(people.Orders, b.On));
            foreach (var (on, amount) in b.Delivered)
            {
                var (author, before) = (By(people.Certifies, on), Balance.OfOrder(turn.Ledger.Entries, b.Id).Certified);
                var written = turn.Ledger.Certify(order, Money.Of(amount), on, "Travail du mois", author);
                Keep("incubateur.constater", written, author);
                db.Add(new ServiceRecord { Id = Guid.CreateVersion7(author.At), ConventionId = convention.Id, OrderId = b.Id, EntryId = written.Entry!.Id, DeliveredOn = on, Label = "Travail du mois", Deliverables = "Code publié, notes de version", Amount = Money.Of(amount), Before = before, By = author.Id, At = author.At });
            }

            foreach (var (on, amount) in b.Paid)
            {
                Keep("incubateur.payer", turn.Ledger.Pay(order, Money.Of(amount), on, $"F-{b.Number}", By(people.Pays, on)), By(people.Pays, on));
            }
        }

        await turn.Keep(ct);
    }

    static Order OrderOf(Convention convention, Bought b, Guid by, Guid? expert) => new()
    {
        Id = b.Id, ConventionId = convention.Id, Number = b.Number, Supplier = "Atelier des Dunes", Contract = "Marché inventé 2019-042", ContractEnd = new(2021, 12, 31), Prestation = b.Prestation, Label = b.Label,
        ExclTax = Money.Of(b.InclTax / 1.2m), InclTax = Money.Of(b.InclTax), PlacedOn = b.On, From = b.On, To = new(2020, 9, 30), ExpertId = expert, PlacedBy = by, At = At(b.On),
    };

    static DateTimeOffset At(DateOnly day) => new(day, new(9, 0), TimeSpan.Zero);
}
