using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Following;

/// <summary>The people whose evaluations one may read, found by name, code, state of the follow-up and who is responsible.</summary>
public static class ListPeople
{
    const int PageSize = 25;

    /// <summary>Values of <c>par</c> that name no colleague.</summary>
    public const string Me = "moi";
    public const string Nobody = "personne";

    public static void Map(IEndpointRouteBuilder people) => people.MapGet("", Show).For();

    static async Task<IResult> Show(Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct, string? q = null, string? suivi = null, string? par = null, int page = 1)
    {
        var user = visitor.SignedIn;
        var found = await Named(db.Beneficiaries.AsNoTracking().VisibleTo(db, user), q, db, ct);
        var visible = db.Evaluations.VisibleTo(db.Campaigns, user);
        var rows = found.Select(p => new ListedPerson
        {
            Id = p.Id,
            Name = p.Name,
            Code = p.Anonymised == null ? p.Code : null,
            State = db.FollowUps.Where(f => f.BeneficiaryId == p.Id).OrderByDescending(f => f.At).ThenByDescending(f => f.Id).Select(f => (FollowUpState?)f.State).FirstOrDefault(),
            Responsible = db.FollowUps.Where(f => f.BeneficiaryId == p.Id).OrderByDescending(f => f.At).ThenByDescending(f => f.Id).Select(f => f.ResponsibleId).FirstOrDefault(),
            Evaluations = visible.Count(e => e.BeneficiaryId == p.Id),
            Last = visible.Where(e => e.BeneficiaryId == p.Id).OrderByDescending(e => e.StartedAt).Select(e => (DateTimeOffset?)e.StartedAt).FirstOrDefault(),
        });
        FollowUpState? state = TechnicalName.TryParse<FollowUpState>(suivi, out var read) ? read : null;
        rows = state switch
        {
            null => rows,
            FollowUpState.ASuivre => rows.Where(r => r.State == null || r.State == FollowUpState.ASuivre),
            _ => rows.Where(r => r.State == state),
        };
        Guid? responsible = par switch { Me => user.Id, _ when Guid.TryParse(par, out var id) => id, _ => null };
        rows = par is Nobody ? rows.Where(r => r.Responsible == null) : responsible is null ? rows : rows.Where(r => r.Responsible == responsible);

        var total = await rows.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var shown = await rows.OrderBy(r => r.Name).ThenBy(r => r.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return Html.View<ListPeoplePage, ListPeopleModel>(new()
        {
            Rows = shown,
            Names = await structures.People([.. shown.Select(r => r.Responsible).OfType<Guid>().Distinct()], ct),
            Colleagues = user.StructureId is { } structure ? [.. (await structures.Colleagues(structure, ct)).Where(c => c.Id != user.Id)] : [],
            Search = Clean(q),
            State = state is null ? null : suivi,
            By = par is Nobody or Me || responsible is not null ? par : null,
            Total = total,
            Page = page,
            PageCount = pages,
            MaySetRetention = user.Role == Role.Admin,
        });
    }

    static async Task<IQueryable<Beneficiary>> Named(IQueryable<Beneficiary> people, string? q, EvaDb db, CancellationToken ct)
    {
        if (Clean(q) is not { Length: > 0 } search)
        {
            return people;
        }

        // A name is found by a part of it, with or without its capital.
        var (code, capital) = (await db.Behind(CampaignCode.Normalise(search), ct), char.ToUpper(search[0], French.Culture) + search[1..]);
        return people.Where(p => p.Id == code || p.Name.Contains(search) || p.Name.Contains(capital));
    }

    static string Clean(string? q) => string.Concat((q ?? "").Where(c => !char.IsControl(c))).Trim();
}

public sealed record ListedPerson
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Null once anonymous.</summary>
    public required string? Code { get; init; }

    public required FollowUpState? State { get; init; }
    public required Guid? Responsible { get; init; }
    public required int Evaluations { get; init; }
    public required DateTimeOffset? Last { get; init; }
}

public sealed record ListPeopleModel
{
    public required IReadOnlyList<ListedPerson> Rows { get; init; }
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }
    public required IReadOnlyList<(Guid Id, string Name)> Colleagues { get; init; }
    public required string Search { get; init; }
    public required string? State { get; init; }
    public required string? By { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int PageCount { get; init; }
    public required bool MaySetRetention { get; init; }
}
