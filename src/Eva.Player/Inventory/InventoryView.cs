namespace Beffroi.Eva.Player.Inventory;

/// <summary>What the person has before them in the store room.</summary>
public enum InventoryView
{
    Room,

    /// <summary>Inside an open container.</summary>
    Container,
    Sheet,

    /// <summary>Asked once before the end: stop here?</summary>
    Leaving,
}
