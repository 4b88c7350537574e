namespace Beffroi.Cli.Detection.Learning;

/// <summary>A labelled account as trees see it.</summary>
/// <param name="Features">One value for each feature, NaN where it is missing.</param>
/// <param name="Bot">Its label.</param>
/// <param name="Weight">How much it counts.</param>
sealed record TrainingRow(float[] Features, bool Bot, float Weight);
