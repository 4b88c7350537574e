namespace Beffroi.Chat.Doors;

/// <summary>Somebody who asks for an account, as typed.</summary>
public sealed record NewcomerForm
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Password { get; init; }
    public string? TermsAccepted { get; init; }

    public bool Agrees => string.Equals(TermsAccepted, "true", StringComparison.Ordinal);
}
