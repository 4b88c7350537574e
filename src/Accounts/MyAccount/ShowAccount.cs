using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.MyAccount;

public static class ShowAccount
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/compte", Show).ForAnySignedIn();

    static async Task<IResult> Show(string? fait, AccountsDb db, Visitor visitor, CancellationToken ct)
    {
        var id = visitor.SignedIn.Id;
        return Html.View<ShowAccountPage, ShowAccountModel>(await db.Users.AsNoTracking().Where(a => a.Id == id).Select(a => new ShowAccountModel
        {
            Name = a.Name,
            Email = a.Email!,
            Role = a.Role,
            Structure = db.Structures.Where(s => s.Id == a.StructureId).Select(s => s.Name).FirstOrDefault(),
            Verdict = a.Decisions.OrderByDescending(d => d.Number).Select(d => (Verdict?)d.Verdict).FirstOrDefault(),
            TermsAcceptedAt = a.TermsAcceptedAt,
            EmailConfirmed = a.EmailConfirmed,
            HasPassword = a.PasswordHash != null,
            Reminders = !db.ReminderRefusals.Any(r => r.AccountId == a.Id),
            ClosingOn = db.Closures.Where(c => c.AccountId == a.Id && c.CancelledAt == null && c.DoneAt == null).OrderBy(c => c.DueAt).Select(c => (DateTimeOffset?)c.DueAt).FirstOrDefault(),
            Done = fait,
        }).SingleAsync(ct));
    }
}

public sealed record ShowAccountModel
{
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required Role Role { get; init; }
    public required string? Structure { get; init; }
    public required Verdict? Verdict { get; init; }
    public required DateTimeOffset? TermsAcceptedAt { get; init; }

    public required bool EmailConfirmed { get; init; }

    /// <summary>False for those whom a provider lets in.</summary>
    public required bool HasPassword { get; init; }

    /// <summary>Whether reminders are received.</summary>
    public required bool Reminders { get; init; }

    /// <summary>When the account closes, as its owner asked; null when they did not.</summary>
    public required DateTimeOffset? ClosingOn { get; init; }

    /// <summary>What has just been done, as a word of the address.</summary>
    public required string? Done { get; init; }
}
