namespace Beffroi.Accounts;

/// <summary>The terms of use that an account accepts. A new version asks everyone again.</summary>
public static class Terms
{
    public const string Version = "2026-11";
}
