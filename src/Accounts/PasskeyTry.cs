namespace Beffroi.Accounts;

/// <summary>What a browser was asked to sign with a passkey, to be checked against its answer: it serves once.</summary>
sealed record PasskeyTry(string? State, Guid? For)
{
    /// <summary>Longer than browsers wait for a finger.</summary>
    public static readonly SealedCookie<PasskeyTry> Cookie = new("cle", TimeSpan.FromMinutes(5));

    /// <summary>An answer has some thousand characters; the longest certificates a few more.</summary>
    public const int MostAnswer = 64 * 1024;
}
