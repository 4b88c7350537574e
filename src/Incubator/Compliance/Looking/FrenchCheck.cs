namespace Beffroi.Incubator.Compliance;

/// <summary>The language, the alphabet, and the help (C27). How dates and numbers are written is told by its tests.</summary>
sealed class FrenchCheck : ICheck
{
    public IReadOnlyList<int> Criteria => [27];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var help = await visit.Ask("/aide", ct);
        var findings = new List<Finding> { new(27, null, help.IsThere && help.Text.Contains("questions fréquentes", StringComparison.OrdinalIgnoreCase) ? Verdict.Met : Verdict.NotMet, $"{help.Said}, questions fréquentes") };
        foreach (var service in HostedServices.All)
        {
            var door = await visit.Ask(service.Door(), ct);
            var french = door.Tags("html").Any(t => t["lang"] is "fr") && (door.Header("content-type") ?? "").Contains("utf-8", StringComparison.OrdinalIgnoreCase);
            findings.Add(new(27, service, french ? Verdict.Met : Verdict.NotMet, $"{door.Path} : {(french ? "en français, UTF-8" : "langue ou alphabet non dits")}"));
        }

        return findings;
    }
}
