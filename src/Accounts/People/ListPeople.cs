using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.People;

/// <summary>The people one may see, those who wait for a decision first.</summary>
public static class ListPeople
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/personnes", Show).For(Role.Superadmin, Role.ChargeDeMissionRegionale, Role.Admin);

    static async Task<IResult> Show(string? etat, int? page, AccountsDb db, Visitor visitor, CancellationToken ct)
    {
        var filter = PeopleFilter.Read(etat);
        var rows = await db.Users.AsNoTracking().SeenBy(visitor.SignedIn)
            .Select(a => new PersonLine
            {
                Id = a.Id,
                Name = a.Name,
                Email = a.Email!,
                Role = a.Role,
                Structure = db.Structures.Where(s => s.Id == a.StructureId).Select(s => s.Name).FirstOrDefault(),
                Verdict = a.Decisions.OrderByDescending(d => d.Number).Select(d => (Verdict?)d.Verdict).FirstOrDefault(),
            })
            .In(filter)
            .OrderBy(p => p.Verdict == null ? 0 : 1).ThenBy(p => p.Name).ThenBy(p => p.Id)
            .ToPage(page, ct);
        return Html.View<ListPeoplePage, ListPeopleModel>(new(rows, filter, Invites: visitor.SignedIn.Role != Role.ChargeDeMissionRegionale));
    }

    static IQueryable<PersonLine> In(this IQueryable<PersonLine> people, PeopleFilter filter) =>
        filter.Everyone ? people : people.Where(p => p.Verdict == filter.Verdict);
}

public sealed record PersonLine
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required Role Role { get; init; }
    public required string? Structure { get; init; }
    public required Verdict? Verdict { get; init; }
}

public sealed record ListPeopleModel(PageOf<PersonLine> List, PeopleFilter Filter, bool Invites);
