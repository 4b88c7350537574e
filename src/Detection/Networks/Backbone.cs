namespace Beffroi.Detection;

/// <summary>Which of the kept ties carry the structure: communities and drawings use them. No account is lost by it: its strongest tie always stays.</summary>
public enum Backbone
{
    /// <summary>All of them.</summary>
    Whole,

    /// <summary>Disparity filter: ties that weigh more than an even split of one end's weight would give (Serrano, Boguñá &amp; Vespignani, 2009, PNAS 106, 6483-6488, equation 2).</summary>
    Disparity,

    /// <summary>Noise-corrected: ties that exceed what the weights of both ends would give, by as many standard deviations as the level asks
    /// (Coscia &amp; Neffke, 2017, ICDE, 425-436).</summary>
    NoiseCorrected,
}

/// <summary>Quality of a partition.</summary>
public enum CommunityQuality
{
    /// <summary>Modularity (Newman &amp; Girvan, 2004) with a resolution (Reichardt &amp; Bornholdt, 2006).</summary>
    Modularity,

    /// <summary>Constant Potts model: no resolution limit (Traag, Van Dooren &amp; Nesterov, 2011); the resolution is the least density of a community, in weight.</summary>
    Potts,
}
