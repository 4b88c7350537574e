using Orleans;

namespace Beffroi.Bots.Engine.Silos;

/// <summary>A grain that goes along the log. It holds a partition or a watch, not one account: docs/adr/0031.</summary>
public interface IFoldGrain : IGrainWithStringKey
{
    /// <summary>Takes one step; true when more follows at once. To count a watch again may take minutes.</summary>
    [ResponseTimeout("00:30:00")]
    Task<bool> Advance();
}

/// <summary>Accounts of a partition, and their scores.</summary>
public interface IAccountsGrain : IFoldGrain;

/// <summary>Volumes of a watch, hour after hour.</summary>
public interface IVolumesGrain : IFoldGrain;

/// <summary>Objects shared under a watch, and the ties that they make.</summary>
public interface ITiesGrain : IFoldGrain;
