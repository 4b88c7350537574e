namespace Beffroi.Kit;

/// <summary>Who does what, for the audit rows of one request, command or job.</summary>
public sealed class Actor
{
    /// <summary><c>compte:{id}</c>, <c>evaluation:{id}</c>, <c>systeme</c> or <c>anonyme</c>: never a name.</summary>
    public string Who { get; set; } = "anonyme";

    /// <summary>The name of the act, as on its route: <c>campagne.creer</c>.</summary>
    public string? Act { get; set; }
}

/// <summary>Names the act of a route that writes.</summary>
public sealed record ActName(string Name);
