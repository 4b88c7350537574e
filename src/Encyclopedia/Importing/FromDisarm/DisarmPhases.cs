namespace Beffroi.Encyclopedia.Importing.FromDisarm;

/// <summary>The phases where an object of DISARM is of use, from what its own sheet says of it.</summary>
static class DisarmPhases
{
    public static IReadOnlyList<Phase> Of(string kind, Func<string, string> field) => kind switch
    {
        "practice" => Response(field("response")),
        "tool" => Tool(field("category")),
        "actor" => Actor(field("primary_role")),
        "incident" => [Phase.Attribution, Phase.Research],
        "metatechnique" => [Phase.Reaction],
        "actortype" => [Phase.Reaction, Phase.Prevention],
        _ => Disarm.Words,
    };

    // Detect, deny, disrupt, degrade, deceive, destroy, deter.
    static IReadOnlyList<Phase> Response(string response) => response switch
    {
        "D01" => [Phase.Detection],
        "D07" => [Phase.Prevention],
        _ => [Phase.Reaction],
    };

    static IReadOnlyList<Phase> Tool(string category) => category switch
    {
        "Social Media Search and Account Analysis" or "Bot analysis" or "Network analysis" or "Advertising Analysis" => [Phase.Detection, Phase.Qualification],
        "Tipline" or "Browser Plugin" => [Phase.Detection],
        "Website Analysis" or "Web Traffic Analysis" or "Corporate/Business Tools" or "Finding People" => [Phase.Attribution],
        "Analysis tracking and support" => [Phase.Research],
        "Training" => [Phase.Prevention],
        _ => [Phase.Qualification],
    };

    static IReadOnlyList<Phase> Actor(string role) => role switch
    {
        "Fact checking" or "Factchecking & Journalism" => [Phase.Qualification],
        "Investigations" => [Phase.Attribution],
        "Countermeasures/response" => [Phase.Reaction],
        "Societal Resilience" or "Public Policy" or "Education (public)" => [Phase.Prevention],
        _ => [Phase.Research],
    };
}
