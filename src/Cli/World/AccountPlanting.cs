using Beffroi.Accounts;
using Beffroi.Kit;
using Microsoft.AspNetCore.Identity;

namespace Beffroi.Cli.World;

/// <summary>Builds the structures and the people, not saved yet.</summary>
static class AccountPlanting
{
    public static void Plant(AccountsDb db, IPasswordHasher<Account> hasher, DateTimeOffset start)
    {
        var structures = new Dictionary<WorldStructure, Structure>();
        foreach (var told in Structures.All)
        {
            var structure = Structure.Open(Details(told), told.Parent is null ? null : structures[told.Parent], start);
            structures.Add(told, structure);
            db.Add(structure);
        }

        // One hash for all: hashing is slow on purpose, and the password is public anyway.
        var hash = hasher.HashPassword(new Account(), People.Password);
        foreach (var (person, index) in People.All.Select((person, index) => (person, index)))
        {
            db.Add(Account(person, person.Structure is null ? null : structures[person.Structure].Id, hash, start.AddMinutes(index)));
        }
    }

    static StructureDetails Details(WorldStructure told) => Valid(errors => StructureDetails.Read(new()
    {
        StructureName = told.Name,
        Kind = (told.Type is null ? StructureKind.Administrative : StructureKind.Locale).ToString(),
        Type = told.Type?.ToString(),
        PostCode = told.PostCode,
    }, errors));

    static Account Account(WorldPerson person, Guid? structure, string passwordHash, DateTimeOffset now)
    {
        var name = Valid(errors => PersonName.Read(person.Name, "Name", errors));
        var email = Valid(errors => EmailAddress.Read(person.Email, "Email", errors));
        var account = Accounts.Account.Open(name, email, person.Role, structure, now, demo: true);
        account.NormalizedEmail = account.NormalizedUserName = email.Text.ToUpperInvariant();
        account.SecurityStamp = account.Id.ToString("N");
        account.PasswordHash = passwordHash;
        account.AcceptTerms(now);
        if (person.Accepted)
        {
            account.Decide(Verdict.Accepted, by: null, now);
        }

        return account;
    }

    static T Valid<T>(Func<Errors, T?> read) where T : class
    {
        var errors = new Errors();
        return read(errors) ?? throw new InvalidOperationException($"The named world is invalid: {string.Join(" ; ", errors.All.Select(e => e.Message))}.");
    }
}
