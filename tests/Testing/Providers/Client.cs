namespace Beffroi.Testing.Providers;

/// <summary>What the operator declared to the provider.</summary>
public sealed record Client
{
    public required string Id { get; init; }
    public required string Secret { get; init; }
    public required string Algorithm { get; init; }

    /// <summary>Exact addresses, as declared.</summary>
    public required IReadOnlyList<string> ComeBack { get; init; }
    public required IReadOnlyList<string> Left { get; init; }
}

/// <summary>Who signs in with the provider: the test decides, as a person would at a keyboard.</summary>
public sealed record Somebody
{
    /// <summary>Known to the provider alone; each client is told another.</summary>
    public required string Number { get; init; }
    public required string GivenName { get; init; }
    public required string FamilyName { get; init; }
    public required string Email { get; init; }
    public string Acr { get; init; } = "eidas1";
    public string? Siret { get; init; }
    public string? Body { get; init; }
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The person of FranceConnect's own sandbox.</summary>
    public static readonly Somebody Angela = new() { Number = "angela", GivenName = "Angela Claire Louise", FamilyName = "DUBOIS", Email = "angela.dubois@courriel.example" };

    public static readonly Somebody Agent = new()
    {
        Number = "agent", GivenName = "Inès", FamilyName = "Caron", Email = "ines.caron@ministere.example", Acr = "eidas1-mfa",
        Siret = "13002526500013", Body = "Direction de l’exemple", Roles = ["agent_public", "agent_public_etat"],
    };
}
