using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Plans;
using Beffroi.Eva.Reviews;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.PersonData;

/// <summary>Everything that is held about a person, to be given to her when she asks (GDPR, articles 15 and 20): a page to read with her, and the same as JSON.</summary>
public static class ShowData
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Map(IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}/donnees", Read).For(Role.Superadmin, Role.Admin, Role.Conseiller);
        people.MapGet("/{id:guid}/donnees.json", Download).For(Role.Superadmin, Role.Admin, Role.Conseiller);
    }

    static async Task<IResult> Read(Guid id, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct) =>
        await HeldData.Of(id, visitor.SignedIn, db, structures, ct) is { } held ? Html.View<ShowDataPage, HeldData>(held) : TypedResults.NotFound();

    static async Task<IResult> Download(Guid id, Visitor visitor, EvaDb db, IStructures structures, TimeProvider clock, CancellationToken ct) =>
        await HeldData.Of(id, visitor.SignedIn, db, structures, ct) is { } held
            ? TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(DataFile.Of(held, clock.GetUtcNow()), Json), "application/json", $"donnees-{held.Person.Code}.json")
            : TypedResults.NotFound();
}

/// <summary>What is held, read whole.</summary>
public sealed record HeldData
{
    public required Beneficiary Person { get; init; }
    public required string Structure { get; init; }
    public required IReadOnlyList<Evaluation> Evaluations { get; init; }

    /// <summary>In private campaigns of colleagues: only they may read and give them.</summary>
    public required int Elsewhere { get; init; }

    public required IReadOnlyList<FollowUpEntry> FollowUps { get; init; }
    public required ILookup<Guid, MiseEnAction> Actions { get; init; }
    public required ILookup<Guid, Decision> Decisions { get; init; }
    public required ILookup<Guid, Disagreement> Disagreements { get; init; }
    public required ILookup<Guid, WritingReading> Writings { get; init; }
    public required ILookup<Guid, Plan> Plans { get; init; }
    public required ILookup<Guid, AgreedAction> Agreed { get; init; }
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    public string NameOf(Guid account) => Names.GetValueOrDefault(account, "compte supprimé");

    /// <summary>Null for a person whom this reader does not accompany.</summary>
    public static async Task<HeldData?> Of(Guid id, CurrentUser user, EvaDb db, IStructures structures, CancellationToken ct)
    {
        if (await db.Beneficiaries.AsNoTracking().AccompaniedBy(db, user).Include(p => p.FormerCodes).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person)
        {
            return null;
        }

        var evaluations = await db.Evaluations.AsNoTracking().AccompaniedBy(db.Campaigns, user).Where(e => e.BeneficiaryId == id)
            .Include(e => e.Campaign).Include(e => e.Background).Include(e => e.SelfAnswers).Include(e => e.HealthAnswers).Include(e => e.Results).Include(e => e.Alone!.HandOver)
            .Include(e => e.Runs).ThenInclude(r => r.Events)
            .AsSplitQuery().OrderBy(e => e.StartedAt).ThenBy(e => e.Id).ToListAsync(ct);
        var ids = evaluations.ConvertAll(e => e.Id);
        var followUps = await db.FollowUps.AsNoTracking().Where(f => f.BeneficiaryId == id).OrderBy(f => f.At).ThenBy(f => f.Id).ToListAsync(ct);
        var actions = await db.MisesEnAction.AsNoTracking().Where(a => ids.Contains(a.EvaluationId)).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(ct);
        var handOvers = evaluations.Select(e => e.Alone?.HandOver).OfType<HandOver>().Select(h => h.By);
        return new()
        {
            Person = person,
            Structure = (await structures.Find([person.StructureId], ct)).GetValueOrDefault(person.StructureId)?.Name ?? "",
            Evaluations = evaluations,
            Elsewhere = await db.Evaluations.CountAsync(e => e.BeneficiaryId == id, ct) - evaluations.Count,
            FollowUps = followUps,
            Actions = actions.ToLookup(a => a.EvaluationId),
            Decisions = (await db.Set<Decision>().AsNoTracking().Where(d => ids.Contains(d.EvaluationId)).OrderBy(d => d.At).ToListAsync(ct)).ToLookup(d => d.EvaluationId),
            Disagreements = (await db.Set<Disagreement>().AsNoTracking().Where(d => ids.Contains(d.EvaluationId)).OrderBy(d => d.At).ToListAsync(ct)).ToLookup(d => d.EvaluationId),
            Writings = (await db.Set<WritingReading>().AsNoTracking().Where(r => ids.Contains(r.EvaluationId)).OrderBy(r => r.At).ToListAsync(ct)).ToLookup(r => r.EvaluationId),
            Plans = (await db.Set<Plan>().AsNoTracking().Where(p => ids.Contains(p.EvaluationId)).OrderBy(p => p.Number).ToListAsync(ct)).ToLookup(p => p.EvaluationId),
            Agreed = (await db.Set<AgreedAction>().AsNoTracking().Where(a => ids.Contains(a.EvaluationId)).OrderBy(a => a.At).ToListAsync(ct)).ToLookup(a => a.EvaluationId),
            Names = await structures.People([.. followUps.SelectMany(f => new[] { f.By, f.ResponsibleId ?? f.By }).Concat(actions.Select(a => a.By)).Concat(handOvers).Distinct()], ct),
        };
    }
}
