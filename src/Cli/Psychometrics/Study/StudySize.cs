namespace Beffroi.Cli.Psychometrics.Study;

/// <summary>How large the study is.</summary>
/// <param name="Persons">People in each simulation.</param>
/// <param name="Banks">Banks among which they are shared out.</param>
/// <param name="Replications">Calibrations of 300 people; fewer of larger samples.</param>
/// <param name="Seed">Start of all chances.</param>
sealed record StudySize(int Persons, int Banks, int Replications, ulong Seed);
