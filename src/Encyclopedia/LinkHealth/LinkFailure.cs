namespace Beffroi.Encyclopedia.LinkHealth;

/// <summary>Why no answer came from an address.</summary>
public static class LinkFailure
{
    public const string NoName = "dns";
    public const string Unreachable = "connection";
    public const string BadCertificate = "tls";
    public const string TooSlow = "timeout";
    public const string BadAnswer = "answer";
    public const string RoundInCircles = "redirects";

    /// <summary>It leads to a private address: it is not asked for.</summary>
    public const string Refused = "private";

    /// <summary>Its site asks robots not to come: nothing is known of it.</summary>
    public const string Robots = "robots";
}
