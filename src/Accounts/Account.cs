using Beffroi.Kit;
using Microsoft.AspNetCore.Identity;

namespace Beffroi.Accounts;

/// <summary>A person who works on the site. Identity keeps the password, the lock-out and the security stamp.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int NameMaxLength = 100;
    public const int EmailMaxLength = 254;

    // For Entity Framework and Identity; everyone else goes through Open.
    public Account()
    {
    }

    public string Name { get; private set; } = "";
    public Role Role { get; private set; } = Role.Conseiller;
    public Guid? StructureId { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? TermsAcceptedAt { get; private set; }
    public string? TermsVersion { get; private set; }

    /// <summary>When the first steps were put away; null while they are shown.</summary>
    public DateTimeOffset? StepsPutAwayAt { get; private set; }

    /// <summary>An invented person of the demonstration, whom anyone may enter as on a developer's machine.</summary>
    public bool Demo { get; private init; }

    /// <summary>What was decided about this account, in order; the last one holds.</summary>
    public List<AccountDecision> Decisions { get; } = [];

    /// <summary>Null while nobody has decided.</summary>
    public Verdict? Verdict => Decisions.MaxBy(d => d.Number)?.Verdict;

    public static Account Open(PersonName name, EmailAddress email, Role role, Guid? structureId, DateTimeOffset now, bool demo = false) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserName = email.Text,
        Email = email.Text,
        Name = name.Text,
        Role = role,
        StructureId = structureId,
        CreatedAt = now,
        LockoutEnabled = true,
        Demo = demo,
    };

    public void Rename(PersonName name) => Name = name.Text;

    public void GiveRole(Role role) => Role = role;

    public void AcceptTerms(DateTimeOffset now)
    {
        TermsAcceptedAt = now;
        TermsVersion = Terms.Version;
    }

    public void PutStepsAway(DateTimeOffset now) => StepsPutAwayAt ??= now;

    /// <summary>Adds a decision; a null author is the rule on first accounts, or the seed.</summary>
    public void Decide(Verdict verdict, Guid? by, DateTimeOffset now) => Decisions.Add(new()
    {
        Id = Guid.CreateVersion7(now),
        AccountId = Id,
        Number = Decisions.Select(d => d.Number).DefaultIfEmpty(0).Max() + 1,
        Verdict = verdict,
        By = by,
        At = now,
    });
}
