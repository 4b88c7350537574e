using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.People;

/// <summary>One person: who, where, what was decided, what can be.</summary>
public static class ShowPerson
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/personnes/{id:guid}", Show).For(Role.Superadmin, Role.ChargeDeMissionRegionale, Role.Admin);

    static async Task<IResult> Show(Guid id, AccountsDb db, Visitor visitor, CancellationToken ct) =>
        await Find(db, id, visitor.SignedIn, ct) is { } account
            ? await View(account, db, visitor.SignedIn, new(), ct)
            : TypedResults.NotFound();

    internal static Task<Account?> Find(AccountsDb db, Guid id, CurrentUser user, CancellationToken ct) =>
        db.Users.SeenBy(user).Include(a => a.Decisions).SingleOrDefaultAsync(a => a.Id == id, ct);

    internal static async Task<IResult> View(Account account, AccountsDb db, CurrentUser user, Errors errors, CancellationToken ct)
    {
        var authors = account.Decisions.Select(d => d.By).OfType<Guid>().ToList();
        var names = await db.Users.Where(a => authors.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        return Html.Form<ShowPersonPage, ShowPersonModel>(new()
        {
            Id = account.Id,
            Name = account.Name,
            Email = account.Email!,
            Role = account.Role,
            Structure = await db.Structures.Where(s => s.Id == account.StructureId).Select(s => s.Name).SingleOrDefaultAsync(ct),
            CreatedAt = account.CreatedAt,
            Verdict = account.Verdict,
            History = [.. account.Decisions.OrderBy(d => d.Number).Select(d => new DecisionLine(d.Verdict, d.At, d.By is { } by ? names.GetValueOrDefault(by, "Compte supprimé") : null))],
            Objection = TeamRules.Objection(user, account),
            Givable = user.Role.Givable(),
            Errors = errors,
        }, errors);
    }
}

/// <summary>A decision as shown; no author means the rule on first accounts.</summary>
public sealed record DecisionLine(Verdict Verdict, DateTimeOffset At, string? By);

public sealed record ShowPersonModel
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required Role Role { get; init; }
    public required string? Structure { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Verdict? Verdict { get; init; }
    public required IReadOnlyList<DecisionLine> History { get; init; }

    /// <summary>Why the reader can change nothing here; null when they can.</summary>
    public required string? Objection { get; init; }

    public required IReadOnlyList<Role> Givable { get; init; }
    public required Errors Errors { get; init; }
}
