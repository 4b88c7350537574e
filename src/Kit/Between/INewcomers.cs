namespace Beffroi.Kit;

/// <summary>People whom a module lets in by their electronic address; the accounts module opens their accounts.</summary>
public interface INewcomers
{
    /// <summary>The address that an account signs in with, and whether its owner has shown that it is theirs; null for an account that is none.</summary>
    Task<SignInAddress?> AddressOf(Guid accountId, CancellationToken ct);

    /// <summary>
    /// Opens an account of no structure, and writes to its address. Where the address has an account, that is what the letter says: whoever asked reads the same answer.
    /// Mistakes are by the name of the property.
    /// </summary>
    Task<Errors> Register(Newcomer newcomer, CancellationToken ct);

    /// <summary>Writes once more to an address that is not confirmed; not more than a few times an hour.</summary>
    Task AskAgain(Guid accountId, string next, Lang language, CancellationToken ct);
}

public sealed record SignInAddress(string Email, bool Confirmed);

/// <summary>Somebody who comes, as typed.</summary>
public sealed record Newcomer
{
    public required string? Name { get; init; }
    public required string? Email { get; init; }
    public required string? Password { get; init; }
    public required bool TermsAccepted { get; init; }

    /// <summary>Of the letter and of the mistakes.</summary>
    public required Lang Language { get; init; }

    /// <summary>Path of the page to come back to, once signed in.</summary>
    public required string Next { get; init; }
}
