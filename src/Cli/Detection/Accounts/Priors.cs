namespace Beffroi.Cli.Detection.Accounts;

/// <summary>The share of automated accounts assumed among those looked at.</summary>
static class Priors
{
    /// <summary>Nobody knows the true share. A tenth is within what studies of Twitter found (9 to 15 %: Varol et al., 2017); whoever looks at accounts already suspect gives more.</summary>
    public const double Default = 0.1;

    public const double Least = 1e-6;
}
