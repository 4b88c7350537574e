namespace Beffroi.Detection;

/// <summary>Roles from the direction of kept ties.</summary>
static class ClusterRoles
{
    const double Mostly = 2.0 / 3;
    const double Across = 0.25;

    // Fewer decided pairs than that say nothing of who leads.
    const int Few = 5;

    public static IReadOnlyDictionary<string, ClusterMember> Of(CoordinationFindings findings)
    {
        var count = findings.Accounts.Count;
        var (leads, follows, inside, across) = (new int[count], new int[count], new double[count], new double[count]);
        foreach (var tested in findings.Kept)
        {
            var tie = tested.Tie;
            leads[tie.First] += tie.FirstLeads;
            follows[tie.First] += tie.SecondLeads;
            leads[tie.Second] += tie.SecondLeads;
            follows[tie.Second] += tie.FirstLeads;
            var same = findings.AccountFindings[tie.First].Cluster == findings.AccountFindings[tie.Second].Cluster;
            foreach (var end in (ReadOnlySpan<int>)[tie.First, tie.Second])
            {
                (same ? inside : across)[end] += tested.Weight;
            }
        }

        return findings.AccountFindings.Select((a, at) => (a, at)).Where(p => p.a.Cluster is not null)
            .ToDictionary(p => p.a.Account, p => new ClusterMember(p.a.Account, Role(p.at), leads[p.at], follows[p.at]), StringComparer.Ordinal);

        ClusterRole Role(int at) => (leads[at] + follows[at]) switch
        {
            _ when across[at] >= Across * (inside[at] + across[at]) && across[at] > 0 => ClusterRole.Bridge,
            >= Few when leads[at] >= Mostly * (leads[at] + follows[at]) => ClusterRole.FirstMover,
            >= Few when follows[at] >= Mostly * (leads[at] + follows[at]) => ClusterRole.Amplifier,
            _ => ClusterRole.Member,
        };
    }
}
