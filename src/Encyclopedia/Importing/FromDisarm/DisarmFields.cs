namespace Beffroi.Encyclopedia.Importing.FromDisarm;

/// <summary>The columns of DISARM's sheets, in the fields of our templates.</summary>
static class DisarmFields
{
    public static IEnumerable<(string Name, string Text)> Of(string kind, string summary, Func<string, string> field) => kind switch
    {
        "practice" =>
        [
            ("what", summary),
            ("limits", Disarm.Warning),
            ("more", Lines(("Metatechnique", field("metatechnique")), ("Response", Response(field("response"))), ("Actors", field("actors")), ("How found", field("how found")))),
        ],
        "incident" =>
        [
            ("when", field("year")),
            ("actors", field("attribution")),
            ("background", Lines(("Country", field("country")), ("Notes", field("notes")))),
            ("more", Rest(summary)),
        ],
        "actor" =>
        [
            ("what", Lines(("Sector", field("sector")), ("Main role", field("primary_role")), ("Other role", field("secondary_role")))),
            ("whatFor", Lines(("Main subject", field("primary_subject")), ("Other subject", field("secondary_subject")))),
            ("forWhom", Lines(("Country", field("country")), ("Region", field("region")))),
            ("more", string.Join("\n\n", new[] { Rest(summary), Lines(("Website as given", Unusable(field("url")))) }.Where(t => t.Length > 0))),
        ],
        "tool" =>
        [
            ("byWhom", field("externalgroup")),
            ("what", field("function")),
            ("whatFor", field("category")),
            ("how", Lines(("Platform", field("platform")), ("Access", field("accessibility")), ("Code", field("code_url")))),
            ("more", Lines(("Use against disinformation", field("disinformation_use")), ("Website as given", Unusable(field("url"))))),
        ],
        _ =>
        [
            ("text", summary),
            ("more", Lines(("Phase", field("phase")), ("Tactic", field("tactic")), ("Sectors", field("sectors")))),
        ],
    };

    static string Rest(string summary) => ImportedText.IsWhole(summary) ? "" : summary;

    static string Unusable(string url) => ImportedText.Urls(url).Count == 0 ? url : "";

    static string Response(string code) => code switch
    {
        "D01" => "D01 Detect",
        "D02" => "D02 Deny",
        "D03" => "D03 Disrupt",
        "D04" => "D04 Degrade",
        "D05" => "D05 Deceive",
        "D06" => "D06 Destroy",
        "D07" => "D07 Deter",
        _ => code,
    };

    static string Lines(params IEnumerable<(string Name, string Value)> lines) =>
        string.Join('\n', lines.Where(l => l.Value.Length > 0).Select(l => $"- {l.Name}: {l.Value}"));
}
